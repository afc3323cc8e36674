/** The file of `dist/public` that a request asks for, with headers beside its own; undefined where there is none. */
export type Assets = (request: Request, headers: Record<string, string>) => Promise<Response | undefined>;

/** A response with other headers besides: what somebody else made cannot be changed itself. */
export function withHeaders(response: Response, headers: Record<string, string>): Response {
  const changed = new Response(response.body, response);
  for (const [name, value] of Object.entries(headers)) changed.headers.set(name, value);
  return changed;
}
