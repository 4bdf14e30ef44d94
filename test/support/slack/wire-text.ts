import { BOT_USER } from './workspace.js';

const URLS = /\bhttps?:\/\/[^\s<>|，。；、）】》]+/g;
const MAIL = /\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b/g;
const HOSTS =
  /(?<![\w@/.|:-])(?:[a-z0-9-]+\.)+(?:com|cn|org|net)(?:\/[^\s<>|，。；、]*)?(?![\w.@-])/g;

/** What a person typed, as events carry it: `&`, `<`, `>` escaped, addresses made links. */
export function onTheWire(typed: string): string {
  const held: string[] = [];
  // Each link is held back, so that no later pattern finds an address inside it. No `<` is left by then.
  const hold = (link: string) => `<<${held.push(link) - 1}>>`;
  return typed
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(URLS, (url) => hold(`<${url}>`))
    .replace(MAIL, (mail) => hold(`<mailto:${mail}|${mail}>`))
    .replace(HOSTS, (host) => hold(`<http://${host}|${host}>`))
    .replace(/<<(\d+)>>/g, (_, place) => held[Number(place)] ?? '');
}

/** The wire form as it reads on the screen; `*` and `_` stay, they only look different there. */
export function onTheScreen(wire: string): string {
  return wire
    .replaceAll(`<@${BOT_USER}>`, '@shenbao')
    .replace(/<([^<>|]+)\|([^<>]+)>/g, '$2')
    .replace(/<((?:https?|mailto):[^<>]+)>/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
