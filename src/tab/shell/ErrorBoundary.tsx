/** The tab's one place that catches faults while drawing. What was saved is safe; the person is told, and can go on. */

import { Component, type ReactNode } from 'react'
import { FaultNotice } from './FaultNotice.tsx'

export interface ErrorBoundaryProps {
  readonly children: ReactNode
}

interface State {
  readonly failed: boolean
  readonly fault: unknown
}

const SOUND: State = { failed: false, fault: null }

export class ErrorBoundary extends Component<ErrorBoundaryProps, State> {
  override state: State = SOUND

  static getDerivedStateFromError(fault: unknown): State {
    return { failed: true, fault }
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children
    return <FaultNotice fault={this.state.fault} onAgain={() => this.setState(SOUND)} />
  }
}
