import type { Documents } from '../../src/app/ports.js';
import { documents } from '../../src/documents/documents.js';

/** The threads run what was built: `npm test` builds first. */
const WORKER = new URL('../../dist/documents/worker.js', import.meta.url);

const shared = documents({ worker: WORKER });

/** The real writers and readers, in threads that all tests of a file share. */
export const realDocuments: Documents = { ...shared, close: async () => {} };
