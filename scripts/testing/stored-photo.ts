/** What is known of a photo that was stored under a digest that begins so; the file itself is not there. */
export function storedPhoto(digest: string) {
  return {
    storageKey: `originals/${digest}`,
    sha256: digest.padEnd(64, '0'),
    size: 1234,
    mediaType: 'image/jpeg',
    fileName: `${digest}.jpg`,
  } as const;
}
