import type { ServerResponse } from 'node:http';
import type { Context } from 'hono';

/** Small pieces make many writes; this is some hundred rows. */
const PIECE_CHARACTERS = 65_536;

/**
 * Text that comes in pieces, as the body of an answer. It goes as fast as it is read; where nobody reads on, no more of it
 * is made.
 *
 * @param failed told of what goes wrong in the middle: the connection breaks off then, so that nobody takes half of it
 *   for the whole
 * @throws what the first pieces throw, so that what fails at once is answered as an error
 */
export async function streamText(
  { env }: Pick<Context, 'env'>,
  pieces: AsyncGenerator<string>,
  failed: (error: unknown) => void,
): Promise<ReadableStream<Uint8Array>> {
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
  let isWanted = true;
  let ahead: Awaited<ReturnType<typeof read>> | undefined = await read();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { text, isDone } = ahead ?? (await read());
        ahead = undefined;
        // Whoever asked may have gone while it was read.
        if (!isWanted) return;
        if (text) controller.enqueue(encoder.encode(text));
        if (isDone) controller.close();
      } catch (error) {
        if (!isWanted) return;
        failed(error);
        // Node's server would end the answer in order, with the error's words behind the text.
        const { outgoing } = (env ?? {}) as { outgoing?: ServerResponse };
        if (outgoing) outgoing.destroy();
        else controller.error(error);
      }
    },
    async cancel() {
      isWanted = false;
      await pieces.return(undefined);
    },
  });
}
