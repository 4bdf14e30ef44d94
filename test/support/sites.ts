import { afterEach } from 'vitest';
import { openSite, type Site, type SiteOptions } from './web.js';

/** Opens sites for the tests of a file, and closes them after each. */
export function sites(): (options?: SiteOptions) => Promise<Site> {
  const open: Site[] = [];
  afterEach(async () => {
    for (const each of open.splice(0)) await each.close();
  });
  return async (options) => {
    const site = await openSite(options);
    open.push(site);
    return site;
  };
}
