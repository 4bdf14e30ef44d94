import { extname } from 'node:path';
import { TEAM, type Workspace } from './workspace.js';

/** A file in the workspace, from a person or from the bot. */
export interface SlackFile {
  readonly id: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly user: string;
  readonly mimetype: string;
  /** What Slack says the size is; a test can make it lie. */
  readonly size: number;
  readonly title?: string;
  readonly odd: OddFile;
}

/** How a file differs from one that is simply there. */
export interface OddFile {
  /** Deleted between the message and the download: 404, and `file_not_found` from files.info. */
  readonly gone?: true;
  /** The download answers 200 with the HTML of a login page. */
  readonly login?: true;
  /** Its addresses lead to this origin instead of Slack's. */
  readonly foreignHost?: string;
  /** The download is redirected there. */
  readonly redirectTo?: string;
  /** The event carries the bare id with `file_access: check_file_info`, as in shared channels. */
  readonly checkInfo?: true;
}

export interface PersonFile extends OddFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly mimetype?: string;
  readonly size?: number;
}

const MIME: Readonly<Record<string, string>> = {
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.xls': 'application/vnd.ms-excel',
  '.doc': 'application/msword',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.html': 'text/html',
  '.json': 'application/json',
  '.txt': 'text/plain',
};

export function mimeOf(name: string): string {
  return MIME[extname(name).toLowerCase()] ?? 'application/octet-stream';
}

/** Keeps what a person sends, and gives the file it became. */
export function keepFile(workspace: Workspace, user: string, sent: PersonFile): SlackFile {
  const { name, bytes, mimetype = mimeOf(name), size = bytes.length, ...odd } = sent;
  const file = { id: workspace.id('F'), name, bytes, user, mimetype, size, odd };
  workspace.files.set(file.id, file);
  return file;
}

/** The file as an event or files.info gives it. Source: docs.slack.dev, file object. */
export function fileObject(file: SlackFile, origin: string, created: number): object {
  const { id, name, mimetype, size, user, odd } = file;
  const path = `${TEAM}-${id}/${encodeURIComponent(name)}`;
  const base = odd.foreignHost ? new URL(odd.foreignHost).origin : origin;
  const filetype = extname(name).slice(1).toLowerCase() || 'binary';
  return {
    id,
    created,
    timestamp: created,
    name,
    title: file.title ?? name,
    mimetype,
    filetype,
    pretty_type: filetype.toUpperCase(),
    user,
    user_team: TEAM,
    editable: false,
    size,
    mode: 'hosted',
    is_external: false,
    external_type: '',
    is_public: false,
    public_url_shared: false,
    display_as_bot: false,
    username: '',
    url_private: `${base}/files-pri/${path}`,
    url_private_download: `${base}/files-pri/download/${path}`,
    media_display_type: 'unknown',
    permalink: `${base}/files/${user}/${id}`,
    is_starred: false,
    has_rich_preview: false,
    file_access: 'visible',
  };
}

/** The file as the event of a message gives it. */
export function sharedFile(file: SlackFile, origin: string, created: number): object {
  if (!file.odd.checkInfo) return fileObject(file, origin, created);
  return { id: file.id, mode: 'file_access', file_access: 'check_file_info' };
}
