import { describe, expect, it } from 'vitest';
import { readAnswer } from './answer.ts';

const FILED = {
  reference: 'MA-2026-7K3F-9QXM-T',
  code: '7K3F-9QXM-T2AB-0CDE',
  state: 'filed',
  filedAt: '2026-03-10T09:00:00.000Z',
};

function json(status: number, body: unknown, mediaType = 'application/json; charset=utf-8') {
  return readAnswer({ status, mediaType, text: JSON.stringify(body) });
}

describe('an answer to a filing', () => {
  it('is a receipt when the API says 201 with reference and code', () => {
    const { reference, code, filedAt } = FILED;
    expect(json(201, FILED)).toEqual({ kind: 'filed', receipt: { reference, code, filedAt } });
  });

  it.each([
    ['a captive portal answers 200 with its own page', 200, 'text/html', '<h1>Welcome</h1>'],
    ['a captive portal answers 201 with its own page', 201, 'text/html', '<h1>Welcome</h1>'],
    ['somebody else answers in JSON', 201, 'application/json', '{"ok":true}'],
    ['the code is missing', 201, 'application/json', JSON.stringify({ ...FILED, code: '' })],
    ['the JSON is cut off', 201, 'application/json', '{"reference":"MA-2'],
    ['a proxy finds no server', 502, 'text/html', 'Bad gateway'],
    ['the server is overloaded', 503, 'application/problem+json', '{"type":"urn:recours:problem:internal"}'],
    ['there were too many requests', 429, 'application/problem+json', '{"type":"urn:recours:problem:x"}'],
    ['a proxy refuses in its own words', 413, 'text/html', 'Request Entity Too Large'],
    ['somebody else refuses', 422, 'application/problem+json', '{"type":"about:blank"}'],
  ])('is no answer at all when %s', (_when, status, mediaType, text) => {
    expect(readAnswer({ status, mediaType, text })).toEqual({ kind: 'unknown' });
  });

  it('is a refusal, with the fields and the reasons, when the API refuses for good', () => {
    const problem = {
      type: 'urn:recours:problem:invalid-input',
      title: 'Some answers need your attention',
      detail: 'Correct the fields that are marked.',
      errors: [
        { pointer: '/attempts/0/on', field: 'attempts.0.on', code: 'not-a-date', detail: 'No such day.' },
      ],
    };
    expect(json(422, problem, 'application/problem+json')).toEqual({
      kind: 'refused',
      onlineDraftGone: false,
      refusal: {
        title: problem.title,
        detail: problem.detail,
        fields: [{ name: 'attempts.0.on', text: 'No such day.' }],
      },
    });
  });

  it('says when the draft that was begun online is gone: what is on the device is then a complaint of its own', () => {
    const problem = {
      type: 'urn:recours:problem:online-draft-gone',
      title: 'Gone',
      detail: 'Send this one.',
    };
    expect(json(410, problem, 'application/problem+json')).toMatchObject({
      kind: 'refused',
      onlineDraftGone: true,
    });
  });

  it('says when the complaint had been filed online before', () => {
    const body = {
      reference: 'MA-2026-0000000-0',
      code: 'ABCD',
      state: 'filed',
      filedAt: '2026-03-10T09:00:00Z',
    };
    expect(json(201, { ...body, earlier: true })).toMatchObject({ receipt: { earlier: true } });
    expect(json(201, { ...body, earlier: false })).not.toHaveProperty('receipt.earlier');
  });
});
