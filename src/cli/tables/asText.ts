/** The text of bytes that are UTF-8; a TextDecoder takes several times as long for the few there are on a line. */
export const asText = ({ buffer, byteOffset, length }: Uint8Array): string =>
  Buffer.from(buffer, byteOffset, length).toString()
