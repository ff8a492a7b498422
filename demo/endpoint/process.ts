import {DatabaseAway, FolderInUse} from './database.js';

/** Ends the process once `close` is done, when it is asked to; asked twice, at once. */
export function endWell(close: () => Promise<void>): void {
  let asked = false;
  const end = () => {
    if (asked) process.exit(1);
    asked = true;
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
}

/** Says in a sentence why nothing could be started, and ends the process; what is no mistake of use is thrown on. */
export function explain(error: unknown): never {
  const {code, port} = error as {code?: string; port?: number};
  if (code === 'EADDRINUSE') {
    console.error(
      `Port ${port} is taken by another program. Choose others: PORT=0 ENDPOINT_PORT=0 npm start`,
    );
  } else if (error instanceof FolderInUse) {
    console.error(`${error.message} End it first, or choose another folder: CTG_DATA=folder npm start`);
  } else if (error instanceof DatabaseAway) {
    console.error(`The database of DATABASE_URL can not be used: ${error.message}`);
  } else {
    throw error;
  }
  process.exit(1);
}
