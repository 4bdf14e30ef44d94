import { flagArg, textArg } from './http-body.js';
import { refused } from './message-check.js';
import type { Methods } from './method.js';
import { BOT, BOT_USER, TEAM } from './workspace.js';

/** Who the bot is, who a person is, and where to connect. */
export const ACCOUNT_METHODS: Methods = {
  'auth.test': {
    run: ({ origin }) => ({
      ok: true,
      url: `${origin()}/`,
      team: '申报局',
      user: 'shenbao',
      team_id: TEAM,
      user_id: BOT_USER,
      bot_id: BOT,
      is_enterprise_install: false,
    }),
  },
  'apps.connections.open': {
    token: 'app',
    run: ({ socketUrl }) => ({ ok: true, url: socketUrl() }),
  },
  'conversations.open': {
    scope: 'im:write',
    run({ workspace }, args) {
      const users = textArg(args, 'users')?.split(',') ?? [];
      if (users.length > 1) return refused('invalid_users');
      const dm = workspace.people.get(users[0] ?? '')?.dm ?? textArg(args, 'channel');
      if (!dm || !workspace.channels.has(dm)) {
        return refused(users.length === 1 ? 'user_not_found' : 'users_list_not_supplied');
      }
      const channel = flagArg(args, 'return_im')
        ? { id: dm, is_im: true, user: users[0] }
        : { id: dm };
      return { ok: true, no_op: true, already_open: true, channel };
    },
  },
  'users.info': {
    scope: 'users:read',
    run({ workspace }, args) {
      const member = workspace.people.get(textArg(args, 'user') ?? '');
      if (!member) return refused('user_not_found');
      const { id, name, locale } = member;
      const user = {
        id,
        team_id: TEAM,
        name: id.toLowerCase(),
        deleted: false,
        real_name: name,
        tz: 'Asia/Shanghai',
        tz_label: 'China Standard Time',
        tz_offset: 28_800,
        profile: { real_name: name, display_name: name, real_name_normalized: name, team: TEAM },
        is_admin: false,
        is_bot: false,
        is_app_user: false,
        // Slack leaves the language out unless it was asked for.
        ...(flagArg(args, 'include_locale') ? { locale } : {}),
      };
      return { ok: true, user };
    },
  },
};
