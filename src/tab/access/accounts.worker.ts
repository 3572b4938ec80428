/** Reads a list of accounts beside the page, so that no file can stop it: what takes too long is ended from outside. */

import { readAccountList } from '../../documents/accountlist.ts'

addEventListener('message', ({ data }: MessageEvent<Parameters<typeof readAccountList>[0]>) =>
  postMessage(readAccountList(data)),
)
