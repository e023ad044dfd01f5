/** Photos above this size are offered to be sent as a smaller copy, in bytes. */
const LARGE_PHOTO = 5 * 1024 * 1024;

/** The longer side of a smaller copy, in pixels: a letter photographed on a table stays readable. */
const LONGER_SIDE = 2560;

const QUALITY = 0.85;

export function isLargePhoto(file: File): boolean {
  return file.size > LARGE_PHOTO && /^image\/(?:jpeg|png|webp)$/.test(file.type);
}

/** A JPEG of the photo, upright and without its position; null when this browser can't make one that is smaller. */
export async function smallerCopy(photo: File): Promise<File | null> {
  try {
    const picture = await createImageBitmap(photo);
    const scale = Math.min(1, LONGER_SIDE / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const blob = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
    if (blob === null || blob.size >= photo.size) return null;
    const name = `${photo.name.replace(/\.[^.]*$/, '')}.jpg`;
    return new File([blob], name, { type: 'image/jpeg', lastModified: photo.lastModified });
  } catch {
    return null;
  }
}
