/**
 * What the service must be told before it starts, read from the environment. Everything that is missing or wrong is
 * named at once: nobody should have to start it six times to learn six names. Never prints a value, only names.
 */

export interface Configuration {
  /** Directory (tenant) id. */
  readonly tenantId: string
  /** Without a slash at the end: `https://login.microsoftonline.com`. */
  readonly authority: string
  /** With its version: `https://graph.microsoft.com/v1.0`. */
  readonly graphBase: string
  /** What a Graph token is for; the application's token is asked for `<audience>/.default`. */
  readonly graphAudience: string
  readonly tabApp: string
  readonly serviceApp: string
  /** PKCS#8, PEM. */
  readonly privateKey: string
  /** PEM, where the key was registered as a certificate: its thumbprint names the key to Entra. */
  readonly certificate: string | null
  /** Id of the Control site. */
  readonly controlSite: string
  /** The only origin whose pages may call. */
  readonly tabOrigin: string
  readonly host: string
  readonly port: number
  /** `postgres://…`; null: embedded, for one instance. */
  readonly databaseUrl: string | null
  /** Where the embedded database keeps its files; null: in memory. */
  readonly dataFolder: string | null
  /** Object id or address of the mailbox that writes to whom Teams doesn't reach; null: nobody gets an e-mail. */
  readonly mailbox: string | null
  /** Where the end of the audit's chain is written again and again; null: nowhere. */
  readonly auditHead: {
    /** A folder, or an address that it is posted to. */
    readonly name: string
    readonly everyMinutes: number
  } | null
  /** Null: no bot. A deployment always has one; the environment can't say otherwise. */
  readonly bot: BotConfiguration | null
}

export interface BotConfiguration {
  /** The bot's own registration: it speaks with the connector and exposes nothing. */
  readonly app: string
  /** PKCS#8, PEM. */
  readonly privateKey: string
  readonly certificate: string | null
  /** OpenID metadata of whoever signs activities. */
  readonly metadata: string
  /** What the bot's own token is for; asked for as `<audience>/.default`. */
  readonly audience: string
  /** Where people are written to whose own service URL isn't known yet. */
  readonly connector: string
  /** Every service URL lies below one of these. */
  readonly serviceUrls: readonly string[]
  /** Directory ids of the tenants whose conversations count. */
  readonly tenants: readonly string[]
  /** Id of the Teams app, as in its manifest: links name it. */
  readonly teamsApp: string
  /** Origin that opens Teams' links. */
  readonly teams: string
}

export interface ConfigurationProblem {
  /** Name of the variable. */
  readonly name: string
  readonly code: 'missing' | 'invalid' | 'unreadable' | 'forbidden'
  /** What it should be, in English, for the person who deploys. */
  readonly wanted: string
}

type Environment = Readonly<Record<string, string | undefined>>

/** Switches the check of tokens off in the bot's library, for whoever sets it. */
const UNAUTHENTICATED = 'DANGEROUSLY_ALLOW_UNAUTHENTICATED_REQUESTS'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** @param readFile reads a text file; throws when it can't */
export function readConfiguration(
  env: Environment,
  readFile: (path: string) => string,
):
  | { readonly ok: true; readonly value: Configuration }
  | { readonly ok: false; readonly error: readonly ConfigurationProblem[] } {
  const problems: ConfigurationProblem[] = []

  function read(name: string, wanted: string, isGood: (text: string) => boolean, fallback?: string): string {
    const text = env[name]?.trim() || fallback
    if (text === undefined) problems.push({ name, code: 'missing', wanted })
    else if (!isGood(text)) problems.push({ name, code: 'invalid', wanted })
    else return text
    return ''
  }

  function readKey(name: string, wanted: string, fallback?: string): Pick<Configuration, 'privateKey' | 'certificate'> {
    const file = read(name, wanted, () => true, fallback)
    const pem = file === '' ? '' : readText(name, file, wanted)
    const privateKey = /-----BEGIN PRIVATE KEY-----[^-]+-----END PRIVATE KEY-----/.exec(pem)?.[0]
    if (pem !== '' && privateKey === undefined) {
      problems.push({ name, code: 'invalid', wanted: 'a PEM file with BEGIN PRIVATE KEY' })
    }
    const certificate = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/.exec(pem)?.[0] ?? null
    return { privateKey: privateKey ?? '', certificate }
  }

  function readText(name: string, file: string, wanted: string): string {
    try {
      return readFile(file)
    } catch {
      problems.push({ name, code: 'unreadable', wanted })
      return ''
    }
  }

  const id = (name: string, of: string): string => read(name, `the id of ${of}, a GUID`, (text) => UUID.test(text))
  const address = (name: string, wanted: string, fallback?: string): string =>
    read(name, `${wanted}; https, or http on this machine`, isSafeAddress, fallback).replace(/\/+$/, '')

  const addresses = (name: string, wanted: string, fallback: string): readonly string[] => {
    const areSafe = (text: string): boolean => wordsOf(text).every(isSafeAddress)
    return wordsOf(read(name, `${wanted}, with spaces between; https, or http on this machine`, areSafe, fallback))
  }

  if (env[UNAUTHENTICATED] !== undefined) {
    problems.push({
      name: UNAUTHENTICATED,
      code: 'forbidden',
      wanted: 'not to be set: every activity is authenticated',
    })
  }
  const headPlace = read(
    'MATTERS_AUDIT_HEAD',
    'the whole path of a folder, or an address: https, or http on this machine; or nothing',
    (text) => text === '' || text.startsWith('/') || isSafeAddress(text),
    '',
  )
  const everyMinutes = read(
    'MATTERS_AUDIT_HEAD_MINUTES',
    'minutes between two, 1 to 1440',
    (text) => /^[1-9]\d{0,3}$/.test(text) && Number(text) <= 1440,
    '60',
  )
  const key = readKey('MATTERS_KEY_FILE', "a file with the service's private key (PKCS#8, PEM) and its certificate")
  const tenantId = id('MATTERS_TENANT', 'the tenant')
  const value: Configuration = {
    tenantId,
    authority: address('MATTERS_AUTHORITY', 'where people sign in', 'https://login.microsoftonline.com'),
    graphBase: address('MATTERS_GRAPH_BASE', 'Microsoft Graph with its version', 'https://graph.microsoft.com/v1.0'),
    graphAudience: read('MATTERS_GRAPH_AUDIENCE', 'an https address', isSafeAddress, 'https://graph.microsoft.com'),
    tabApp: id('MATTERS_TAB_APP', "the tab's app registration"),
    serviceApp: id('MATTERS_SERVICE_APP', "the service's app registration"),
    ...key,
    controlSite: read(
      'MATTERS_CONTROL_SITE',
      'the id of the Control site as `matters provision` printed it: host,GUID,GUID',
      (text) => /^[^\s/,]+,[^\s/,]+,[^\s/,]+$/.test(text),
    ),
    tabOrigin: read(
      'MATTERS_TAB_ORIGIN',
      'the origin of the tab, without a path; https, or http on this machine',
      (text) => isSafeAddress(text) && new URL(text).origin === text,
    ),
    host: read('MATTERS_HOST', 'the address to listen on', (text) => /^[\w.:-]+$/.test(text), '127.0.0.1'),
    databaseUrl:
      read(
        'DATABASE_URL',
        'postgres://… or nothing',
        (text) => text === '' || /^postgres(?:ql)?:\/\//.test(text),
        '',
      ) || null,
    dataFolder: env['MATTERS_DATA']?.trim() || null,
    mailbox:
      read(
        'MATTERS_MAILBOX',
        'an address or an object id, or nothing',
        (text) => text === '' || /^\S+$/.test(text),
        '',
      ) || null,
    auditHead: headPlace === '' ? null : { name: headPlace, everyMinutes: Number(everyMinutes) },
    port: Number(
      read('MATTERS_PORT', 'a port', (text) => /^\d{1,5}$/.test(text) && Number(text) > 0 && Number(text) < 65_536),
    ),
    bot: {
      app: id('MATTERS_BOT_APP', "the bot's own app registration"),
      ...(env['MATTERS_BOT_KEY_FILE'] ? readKey('MATTERS_BOT_KEY_FILE', "a file like the service's, of the bot") : key),
      metadata: address(
        'MATTERS_BOT_METADATA',
        'the OpenID metadata of the Bot Connector',
        'https://login.botframework.com/v1/.well-known/openidconfiguration',
      ),
      audience: address('MATTERS_BOT_AUDIENCE', "what the bot's token is for", 'https://api.botframework.com'),
      connector: address('MATTERS_BOT_CONNECTOR', 'the Bot Connector', 'https://smba.trafficmanager.net/teams'),
      serviceUrls: addresses(
        'MATTERS_BOT_SERVICE_URLS',
        'addresses of Bot Connectors that may be answered',
        'https://smba.trafficmanager.net/',
      ),
      tenants: wordsOf(
        read(
          'MATTERS_BOT_TENANTS',
          'ids of tenants with spaces between, GUIDs',
          (text) => wordsOf(text).every((word) => UUID.test(word)),
          tenantId || UNSAID,
        ),
      ),
      teamsApp: id('MATTERS_APP_ID', 'the Teams app'),
      teams: address('MATTERS_TEAMS', 'the origin of Teams', 'https://teams.microsoft.com'),
    },
  }
  return problems.length === 0 ? { ok: true, value } : { ok: false, error: problems }
}

/** Where the tenant itself is missing or wrong, that is said once. */
const UNSAID = '00000000-0000-0000-0000-000000000000'

function wordsOf(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== '')
}

/** Tokens travel to this address: in the clear only where they stay on the machine. */
function isSafeAddress(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, username, search, hash } = new URL(text)
  if (username !== '' || search !== '' || hash !== '') return false
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname))
}

/** Only this machine can reach it. */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || hostname === '::1' || /^127(?:\.\d+){3}$/.test(hostname)
}
