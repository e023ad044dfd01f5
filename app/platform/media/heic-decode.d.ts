declare module 'heic-decode' {
  interface DecodedImage {
    width: number;
    height: number;
    /** RGBA. */
    data: Uint8ClampedArray;
  }

  interface ImageInFile {
    width: number;
    height: number;
    decode(): Promise<DecodedImage>;
  }

  interface ImagesInFile extends Array<ImageInFile> {
    dispose(): void;
  }

  interface Decode {
    (options: { buffer: Uint8Array }): Promise<DecodedImage>;
    all(options: { buffer: Uint8Array }): Promise<ImagesInFile>;
  }

  const decode: Decode;
  export default decode;
}
