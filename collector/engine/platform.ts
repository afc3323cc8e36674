const REMEDY = 'set CLICKHOUSE_URL to a ClickHouse server';

/** What decides whether chdb's native library can load: it ships for Linux with glibc and for macOS, x64 and arm64. */
export interface Platform {
  platform: string;
  arch: string;
  /** Whether the C library is glibc; only looked at on Linux. */
  glibc: boolean;
}

export function thisPlatform(): Platform {
  const { platform, arch } = process;
  if (platform !== 'linux') return { platform, arch, glibc: false };
  const { header } = process.report.getReport() as { header: { glibcVersionRuntime?: string } };
  return { platform, arch, glibc: header.glibcVersionRuntime !== undefined };
}

/** One sentence saying why the embedded engine cannot run here and what to do, or undefined when it can. */
export function unsupported({ platform, arch, glibc }: Platform): string | undefined {
  if (platform === 'win32')
    return `The embedded ClickHouse engine does not run on Windows: ${REMEDY}, or use WSL.`;
  if (platform !== 'linux' && platform !== 'darwin')
    return `The embedded ClickHouse engine does not run on ${platform}: ${REMEDY}.`;
  if (arch !== 'x64' && arch !== 'arm64')
    return `The embedded ClickHouse engine does not run on ${arch} processors: ${REMEDY}.`;
  if (platform === 'linux' && !glibc)
    return `The embedded ClickHouse engine needs glibc, which this Linux (Alpine?) lacks: ${REMEDY}, or use a glibc image.`;
  return undefined;
}

/** For a supported platform where loading chdb failed anyway. */
export const notInstalled = (reason: string) =>
  `The embedded ClickHouse engine could not be loaded (${reason}): run npm install with optional dependencies, or ${REMEDY}.`;
