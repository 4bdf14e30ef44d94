/** One thing that was looked at. `unseen`: it cannot be seen from here, and the sentence says how a person can. */
export interface Diagnosis {
  readonly state: 'right' | 'wrong' | 'unseen';
  readonly text: string;
}

export function right(text: string): Diagnosis {
  return { state: 'right', text };
}

export function wrong(text: string): Diagnosis {
  return { state: 'wrong', text };
}

export function unseen(text: string): Diagnosis {
  return { state: 'unseen', text };
}
