/** Why something was not done, in words for the page. Whatever refuses has changed nothing. */
export class Refusal {
  constructor(
    readonly message: string,
    /** What a plain form post is answered with; Datastar gets 200 and the message in its place. */
    readonly status: 404 | 409 | 413 | 415 | 422 | 503 = 422,
  ) {}
}

/** SQLite's primary result codes (https://sqlite.org/rescode.html) that say: not now, and it is not the request's fault. */
const troubles = new Map([
  [5, 'The shop is very busy. Nothing was changed; please try again.'], // SQLITE_BUSY
  [8, 'The shop can only be looked at just now. Nothing was changed.'], // SQLITE_READONLY
  [10, 'The shop’s disk does not work as it should. Nothing was changed; please try again later.'], // SQLITE_IOERR
  [13, 'The shop’s disk is full. Nothing was changed; please try again later.'], // SQLITE_FULL
]);

/** A refusal where the storage could not write; `undefined` where the error is a mistake of ours. */
export function storageRefusal(error: unknown): Refusal | undefined {
  if (!(error instanceof Error && 'errcode' in error && typeof error.errcode === 'number')) return undefined;
  const message = troubles.get(error.errcode & 0xff); // the lowest byte of an extended code is the primary one
  return message === undefined ? undefined : new Refusal(message, 503);
}
