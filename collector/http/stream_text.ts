/** Small pieces make many writes; this is some hundred rows. */
const PIECE_CHARACTERS = 65_536;

/**
 * Text that comes in pieces, as the body of an answer. It goes as fast as it is read; where nobody reads on, no more of it
 * is made.
 *
 * @throws what the first pieces throw, so that what fails at once is answered as an error; later the connection breaks
 *   off, and nobody takes half of it for the whole
 */
export async function streamText(pieces: AsyncGenerator<string>): Promise<ReadableStream<Uint8Array>> {
  const encoder = new TextEncoder();
  const read = async () => {
    let text = '';
    let isDone = false;
    while (!isDone && text.length < PIECE_CHARACTERS) {
      const { done, value } = await pieces.next();
      isDone = done === true;
      text += value ?? '';
    }
    return { text, isDone };
  };
  let ahead: { text: string; isDone: boolean } | undefined = await read();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { text, isDone } = ahead ?? (await read());
      ahead = undefined;
      if (text) controller.enqueue(encoder.encode(text));
      if (isDone) controller.close();
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
}
