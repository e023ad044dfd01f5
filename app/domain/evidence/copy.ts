/** The cleaned copy that people view: not there yet, there, impossible, or erased with its original. */
export const COPY_STATES = ['pending', 'ready', 'failed', 'erased'] as const;

export type CopyState = (typeof COPY_STATES)[number];

/**
 * Why a file has no cleaned copy; only those who may see originals can then open it.
 * `not-cleanable`: its format can't be rewritten without what it says about its author; `damaged`: it can't be
 * read; `encrypted`: a password protects it; `too-many-pages`, `too-many-pixels`: over the limits below;
 * `time-limit`, `memory-limit`, `crashed`: the separate process that reads it was stopped, or ended by itself.
 */
export const COPY_ERRORS = [
  'not-cleanable',
  'damaged',
  'encrypted',
  'too-many-pages',
  'too-many-pixels',
  'time-limit',
  'memory-limit',
  'crashed',
] as const;

export type CopyError = (typeof COPY_ERRORS)[number];

/** Pixels of an image before it is reduced: 50 megapixels hold every phone's photo, and no decompression bomb. */
export const MAX_PIXELS = 50_000_000;

/** Longest side of a copy's image, in pixels: enough to read a photographed letter. */
export const COPY_SIDE = 2400;

/** Pages of a PDF that is copied. */
export const MAX_PAGES = 50;

/** Resolution of a copied PDF page, in dots an inch. */
export const PAGE_RESOLUTION = 150;

/** Longest side of the small picture of an image, in pixels. */
export const THUMBNAIL_SIDE = 240;

/** Pages of a document that are also kept as single pictures. */
export const PREVIEWED_PAGES = 3;

/** Longest side of the picture of a page, in pixels: a letter can be read. */
export const PREVIEW_SIDE = 1200;
