import { describe, expect, test } from 'vitest';
import { parseJson, readForm, readJsonText } from './read-form.server.ts';

function posted(body: BodyInit, type?: string): Request {
  return new Request('http://localhost/', {
    method: 'POST',
    body,
    ...(type === undefined ? {} : { headers: { 'content-type': type } }),
  });
}

describe('a form without files', () => {
  test('reads the same whichever way it is encoded', async () => {
    const multipart = new FormData();
    multipart.append('city', 'مراكش');
    multipart.append('issue', 'a');
    multipart.append('issue', 'b');
    const encoded = new URLSearchParams([...multipart].map(([name, value]) => [name, String(value)]));
    expect([...(await readForm(posted(multipart)))]).toEqual([...multipart]);
    expect([...(await readForm(posted(encoded)))]).toEqual([...multipart]);
  });

  test('refuses a narrative of ten megabytes', async () => {
    const narrative = 'x'.repeat(10 * 1024 * 1024);
    const multipart = new FormData();
    multipart.append('narrative', narrative);
    await expect(readForm(posted(new URLSearchParams({ narrative })))).rejects.toMatchObject({
      code: 'request-too-large',
    });
    await expect(readForm(posted(multipart))).rejects.toMatchObject({ code: 'request-too-large' });
  });

  test('refuses files, thousands of fields and other types', async () => {
    const withFile = new FormData();
    withFile.append('evidence', new File(['x'], 'x.png'));
    await expect(readForm(posted(withFile))).rejects.toMatchObject({ code: 'too-many-files' });
    await expect(
      readForm(posted('a=1&'.repeat(5000), 'application/x-www-form-urlencoded')),
    ).rejects.toMatchObject({ code: 'request-too-large' });
    await expect(readForm(posted('hello', 'text/plain'))).rejects.toMatchObject({
      code: 'unsupported-media-type',
    });
  });

  test('treats no field name as special', async () => {
    const form = await readForm(posted(new URLSearchParams({ __proto__: 'x', constructor: 'y' })));
    expect(form.get('constructor')).toBe('y');
  });
});

describe('a JSON body', () => {
  test('is read as text, with or without a charset and as a +json type', async () => {
    expect(await readJsonText(posted('{"a":1}', 'application/json; charset=utf-8'))).toBe('{"a":1}');
    expect(await readJsonText(posted('[]', 'application/merge-patch+json'))).toBe('[]');
  });

  test('is refused when too large, not UTF-8 or of another type', async () => {
    const latin = posted(new Uint8Array([0x22, 0xff, 0x22]), 'application/json');
    await expect(readJsonText(latin)).rejects.toMatchObject({ code: 'malformed-request' });
    await expect(readJsonText(posted('"abc"', 'application/json'), { maxBytes: 4 })).rejects.toMatchObject({
      code: 'request-too-large',
    });
    await expect(readJsonText(posted('{}', 'text/plain'))).rejects.toMatchObject({
      code: 'unsupported-media-type',
    });
  });

  test('is parsed, or refused when broken', () => {
    expect(parseJson('{"a":[1]}')).toEqual({ a: [1] });
    expect(() => parseJson('{')).toThrow(expect.objectContaining({ code: 'malformed-request' }));
  });
});
