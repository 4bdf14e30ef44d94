import type { Member, Message, Workspace } from './workspace.js';

/** The log of a channel; one that nobody has opened yet is empty. */
export function messagesIn({ channels }: Workspace, channel: string): readonly Message[] {
  return channels.get(channel) ?? [];
}

export function findMessage(workspace: Workspace, channel: string, ts: string) {
  return messagesIn(workspace, channel).find((message) => message.ts === ts);
}

/** The newest message that satisfies this. */
export function newest(messages: readonly Message[], is: (message: Message) => boolean) {
  return messages.filter(is).at(-1);
}

export function post(
  workspace: Workspace,
  message: Omit<Message, 'ts'> & { readonly ts?: string },
): Message {
  const posted = { ...message, ts: message.ts ?? workspace.ts() };
  const log = workspace.channels.get(posted.channel) ?? [];
  workspace.channels.set(posted.channel, [...log, posted]);
  workspace.watches.changed();
  return posted;
}

/** Puts another message in the place of the one with its timestamp, or takes that one away. */
export function rewrite(workspace: Workspace, old: Message, changed: Message | undefined): void {
  const log = messagesIn(workspace, old.channel);
  workspace.channels.set(
    old.channel,
    log.flatMap((one) => {
      if (one.ts !== old.ts) return [one];
      return changed ? [changed] : [];
    }),
  );
  workspace.watches.changed();
}

/** The channel behind an id: a user's id means the direct messages with them, as in Slack. */
export function channelBehind({ channels, people }: Workspace, id: string): string | undefined {
  return channels.has(id) ? id : people.get(id)?.dm;
}

export function memberIn({ people }: Workspace, dm: string): Member | undefined {
  return [...people.values()].find((member) => member.dm === dm);
}
