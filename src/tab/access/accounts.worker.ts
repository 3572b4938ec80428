/** Reads a list of accounts beside the page, so that no file can stop it: what takes too long is ended from outside. */

import { readAccountList } from '../../documents/accountlist.ts'

addEventListener('message', ({ data }: MessageEvent<Uint8Array>) => postMessage(readAccountList(data)))
