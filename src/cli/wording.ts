import { readConfig } from '../config.js';
import { en } from './en.js';
import { zhCn } from './zh-cn.js';

const WORDINGS = { 'zh-cn': zhCn, en };

/** What the commands say, in the language that is set. */
export function cliWording(): typeof zhCn {
  return WORDINGS[readConfig().locale];
}
