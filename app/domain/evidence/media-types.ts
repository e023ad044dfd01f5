/** What an evidence file is to the people who look at it. */
export type EvidenceKind = 'image' | 'pdf' | 'audio' | 'video' | 'email';

/**
 * The media types that the vault takes. `extensions[0]` is the one a file gets when its name has none, or one
 * that contradicts its content. A type is decided from the content; the sender's word counts for nothing.
 */
export const MEDIA_TYPES = {
  'image/jpeg': { kind: 'image', extensions: ['jpg', 'jpeg'] },
  'image/png': { kind: 'image', extensions: ['png'] },
  'image/webp': { kind: 'image', extensions: ['webp'] },
  'image/heic': { kind: 'image', extensions: ['heic', 'heif'] },
  'image/heif': { kind: 'image', extensions: ['heif', 'heic'] },
  'application/pdf': { kind: 'pdf', extensions: ['pdf'] },
  'audio/mpeg': { kind: 'audio', extensions: ['mp3'] },
  'audio/mp4': { kind: 'audio', extensions: ['m4a', 'mp4'] },
  'audio/aac': { kind: 'audio', extensions: ['aac'] },
  'audio/ogg': { kind: 'audio', extensions: ['ogg', 'oga', 'opus'] },
  'audio/wav': { kind: 'audio', extensions: ['wav'] },
  'audio/webm': { kind: 'audio', extensions: ['webm'] },
  'audio/amr': { kind: 'audio', extensions: ['amr'] },
  'video/mp4': { kind: 'video', extensions: ['mp4', 'm4v'] },
  'video/quicktime': { kind: 'video', extensions: ['mov', 'qt'] },
  'video/webm': { kind: 'video', extensions: ['webm'] },
  'video/3gpp': { kind: 'video', extensions: ['3gp', '3gpp', '3g2'] },
  'message/rfc822': { kind: 'email', extensions: ['eml'] },
} as const satisfies Record<string, { kind: EvidenceKind; extensions: readonly [string, ...string[]] }>;

export type MediaType = keyof typeof MEDIA_TYPES;

export function isMediaType(value: unknown): value is MediaType {
  return typeof value === 'string' && Object.hasOwn(MEDIA_TYPES, value);
}

/** The kind of a stored media type; plain text is the reading copy of an e-mail. */
export function kindOf(mediaType: string): EvidenceKind {
  return isMediaType(mediaType) ? MEDIA_TYPES[mediaType].kind : 'email';
}

/** Files that one draft or one case may hold. */
export const MAX_FILES = 10;

/** Size of one file, in bytes (25 MB, as file managers count them). */
export const MAX_BYTES = 25 * 1024 * 1024;

/** {@link MAX_BYTES} as people are told it. */
export const MAX_MEGABYTES = MAX_BYTES / (1024 * 1024);

/** Value of a file field's `accept`: types, and the extensions that systems know no type for. */
export const ACCEPTED_FILES = [
  ...Object.keys(MEDIA_TYPES),
  ...Object.values(MEDIA_TYPES).flatMap(({ extensions }) => extensions.map(extension => `.${extension}`)),
]
  .filter((value, index, all) => all.indexOf(value) === index)
  .join(',');
