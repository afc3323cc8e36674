import { once } from 'node:events';
import { type Program, startProgram } from './program.js';

/** Starts an X server without a screen, which takes the first number that is free and listens to this machine alone. */
export async function startDisplay(xvfb: string): Promise<Program & { display: string }> {
  const screen = ['-screen', '0', '1280x1024x24'];
  const program = startProgram(xvfb, ['-displayfd', '1', '-nolisten', 'tcp', ...screen]);
  const [number] = await Promise.race([
    once(program.process.stdout as NodeJS.ReadableStream, 'data'),
    once(program.process, 'close').then(() => {
      throw new Error(`${xvfb} ended before it had a display.`);
    }),
  ]);
  return { ...program, display: `:${String(number).trim()}` };
}
