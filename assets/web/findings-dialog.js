// @ts-check
/** @import { FormView } from './types.js' */
import { openDialog, worded } from './dialog.js';
import { make } from './dom.js';
import { findingView, SEVERITIES } from './findings.js';
import { blankAt } from './form-places.js';

/**
 * Everything that the check found, gravest first; also what is about no single place of the form.
 *
 * @param {FormView} view
 * @param {{ onChange: (change: string) => void, onGo: (place: string) => void }} hooks
 */
export function openFindings(view, { onChange, onGo }) {
  const groups = SEVERITIES.flatMap((severity) => {
    const found = view.findings.filter((finding) => finding.severity === severity);
    if (found.length === 0) return [];
    const items = found.map((finding) => {
      const { place } = finding;
      const isThere = place !== undefined && blankAt(view, place) !== undefined;
      return findingView(finding, {
        onChange: (change) => {
          dialog.close();
          onChange(change);
        },
        ...(isThere && {
          onGo: () => {
            dialog.close();
            onGo(place);
          },
        }),
      });
    });
    return [worded('h3', severity), make('ul', { class: 'findings' }, ...items)];
  });
  const dialog = openDialog({
    class: 'wide',
    title: worded('span', 'findings'),
    content:
      groups.length > 0 ? [worded('p', 'findingsHelp'), ...groups] : [worded('p', 'noFindings')],
  });
}
