// Loaded before the collector: its clock is wrong by CHAOS_CLOCK_MS, and jumps back from there and there again at each SIGUSR2.
import process from 'node:process';

const wrongByMs = Number(process.env.CHAOS_CLOCK_MS ?? 0);
const RightDate = Date;
let isWrong = true;

globalThis.Date = class extends RightDate {
  constructor(...parts) {
    if (parts.length > 0) super(...parts);
    else super(Date.now());
  }

  static now() {
    return RightDate.now() + (isWrong ? wrongByMs : 0);
  }
};

process.on('SIGUSR2', () => {
  isWrong = !isWrong;
});
