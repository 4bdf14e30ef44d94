import { paperOf, sampleAnswers } from '../support/papers.js';

/** Prints the milliseconds that loading a writer and making the first file take. */
const paper = paperOf(sampleAnswers());
const began = performance.now();
const { WAYS } = await import('./documents.js');
const make = WAYS[process.argv[2] ?? ''];
await make?.(paper);
process.stdout.write((performance.now() - began).toFixed(0));
process.exit(0);
