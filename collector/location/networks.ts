import { FORMAT } from './networks_format.mjs';

const HEADER = 6;

/** Who runs which network, by address. A range ends where the next one begins. */
export class Networks {
  readonly #ranges6: BigUint64Array;
  readonly #networks6: Uint32Array;
  readonly #ranges4: Uint32Array;
  readonly #networks4: Uint32Array;
  readonly #numbers: Uint32Array;
  readonly #nameStarts: Uint32Array;
  readonly #names: Uint8Array;

  /** @throws Error for a file of another format */
  constructor(file: ArrayBuffer) {
    const [format, networks = 0, count4 = 0, count6 = 0, names = 0] = new Uint32Array(file, 0, HEADER);
    let at = HEADER * 4;
    const next = (count: number) => {
      at += count * 4;
      return new Uint32Array(file, at - count * 4, count);
    };
    if (format !== FORMAT) throw new Error('networks.bin is of another version: run "npm run build"');
    this.#ranges6 = new BigUint64Array(file, at, count6);
    at += count6 * 8;
    this.#networks6 = next(count6);
    this.#ranges4 = next(count4);
    this.#networks4 = next(count4);
    this.#numbers = next(networks);
    this.#nameStarts = next(networks + 1);
    this.#names = new Uint8Array(file, at, names);
  }

  /**
   * @param bytes of the address in network order: 4 for IPv4, 16 for IPv6
   * @returns asn 0 and an empty name for what no network is known of
   */
  of(bytes: number[]): { asn: number; network: string } {
    const view = new DataView(Uint8Array.from(bytes).buffer);
    const index =
      bytes.length === 4
        ? this.#networks4[lastUpTo(this.#ranges4, view.getUint32(0))]
        : this.#networks6[lastUpTo(this.#ranges6, view.getBigUint64(0))];
    if (!index) return { asn: 0, network: '' };
    const name = this.#names.subarray(this.#nameStarts[index], this.#nameStarts[index + 1]);
    return { asn: this.#numbers[index] ?? 0, network: utf8.decode(name) };
  }
}

const utf8 = new TextDecoder();

/** The index of the last entry that is not greater than the value; -1 where all are. */
function lastUpTo<Value extends number | bigint>(sorted: ArrayLike<Value>, value: Value): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as Value) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
