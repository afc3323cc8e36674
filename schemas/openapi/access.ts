import { peopleSeen, roles } from '../roles.js';
import { type JsonSchema, objectOf } from './json_schema.js';
import { failures, json, type Operation, open, type Paths, query } from './operation.js';

const text: JsonSchema = { type: 'string' };
const optional = (properties: Record<string, JsonSchema>, required: string[]): JsonSchema => ({
  type: 'object',
  properties,
  required,
});

const person = {
  id: text,
  name: text,
  email: text,
  language: { anyOf: [text, { type: 'null' }] },
};
const access: JsonSchema = {
  type: 'array',
  items: objectOf({
    site: { ...text, description: 'The key of a site; * for all.' },
    roles: { type: 'array', items: { type: 'string', enum: roles } },
    people: { type: 'string', enum: peopleSeen },
  }),
};
const password: JsonSchema = { ...text, description: '10 characters or more, none of the common ones.' };
const done = {
  204: { description: 'Done; the answer sets the cookie of a session, or takes it away.' },
  ...failures,
};

const post = (
  operationId: string,
  summary: string,
  body: JsonSchema,
  rest: Partial<Operation> = {},
): Operation => ({
  operationId,
  summary,
  tags: ['access'],
  security: open,
  requestBody: { required: true, ...json(body) },
  responses: done,
  ...rest,
});

/** How browsers sign in, and people come by an account. */
export const accessPaths: Paths = {
  '/v1/session': {
    get: {
      operationId: 'read_session',
      summary: 'Who is signed in here.',
      tags: ['access'],
      responses: {
        200: {
          description: 'Signed in; without a user by the admin key.',
          ...json(
            optional({ user: { anyOf: [objectOf(person), { type: 'null' }] }, access, sessionId: text }, [
              'user',
              'access',
            ]),
          ),
        },
        ...failures,
      },
    },
    post: post('sign_in', 'Signs this browser in, by password or by the admin key.', {
      anyOf: [objectOf({ email: text, password: text }), objectOf({ key: text })],
    }),
    delete: {
      operationId: 'sign_out',
      summary: 'Signs it out, or everywhere.',
      tags: ['access'],
      security: open,
      parameters: [query('everywhere', { const: 'true' })],
      responses: done,
    },
  },
  '/v1/setup': {
    post: post(
      'set_up',
      'The first owner’s account and the first site, for who has the admin key.',
      optional({ name: text, email: text, password, language: text, key: text, site: { type: 'object' } }, [
        'name',
        'email',
        'password',
      ]),
    ),
  },
  '/v1/invitation': {
    post: post('read_invitation', 'What an invitation says.', objectOf({ token: text }), {
      responses: {
        200: {
          description: 'It may still be accepted.',
          ...json(
            objectOf({
              email: text,
              name: text,
              language: person.language,
              hasAccount: { type: 'boolean' },
              isReset: { type: 'boolean' },
              access,
              sites: { type: 'array', items: text },
              expires: { type: 'integer' },
            }),
          ),
        },
        ...failures,
      },
    }),
  },
  '/v1/invitation/accept': {
    post: post(
      'accept_invitation',
      'Makes the account, or gives one that is there more access or a new password; signs in.',
      optional({ token: text, name: text, language: text, password }, ['token', 'password']),
    ),
  },
  '/v1/profile': {
    post: post(
      'change_profile',
      'Changes one’s own name, language or password.',
      optional({ name: text, language: text, password, currentPassword: text }, []),
      {
        security: [{ session: [] }],
        responses: { 200: { description: 'As it is now.', ...json(objectOf(person)) }, ...failures },
      },
    ),
  },
};
