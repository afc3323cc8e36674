/** How the benchmarks write their figures. */
export const count = (number) => Math.round(number).toLocaleString('en');
export const ms = (number) => `${number.toFixed(number < 10 ? 1 : 0)} ms`;
export const mb = (number) => `${Math.round(number)} MB`;
export const ratio = (one, other) => (one / other).toFixed(2);
