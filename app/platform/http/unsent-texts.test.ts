import { describe, expect, it } from 'vitest';
import { AppError } from '#app/domain/shared/errors.ts';
import { refuse } from './refusal.server.ts';
import { giveBackTexts } from './unsent-texts.server.ts';

const LETTER = 'Depuis trois jours, aucun appel ne passe.';

function sent(fields: Readonly<Record<string, string | File>>, multipart = false): Request {
  const body = multipart ? new FormData() : new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) body.append(name, value as string);
  return new Request('http://localhost/track/case/message', { method: 'POST', body });
}

async function givenBack(request: Request): Promise<unknown> {
  try {
    await giveBackTexts(request, '/track');
    return null;
  } catch (page) {
    return page;
  }
}

describe('a form that comes after its session', () => {
  it('gives back what was written, also beside files', async () => {
    const page = { data: { code: 'session-over', texts: [LETTER], back: '/track' }, init: { status: 401 } };
    expect(await givenBack(sent({ message: LETTER, version: '3' }))).toMatchObject(page);
    const photo = new File([new Uint8Array(100_000)], 'a.png', { type: 'image/png' });
    expect(await givenBack(sent({ files: photo, message: LETTER }, true))).toMatchObject(page);
  });

  it('never shows a secret, nor anything that is no text of its own', async () => {
    const secrets = { password: 'a long phrase of several words', code: '7K3F 9QXM T2AB 0CDE 7K3F' };
    expect(await givenBack(sent({ ...secrets, id: '00000000-0000-4000-8000-000000000000' }))).toBeNull();
  });

  it('that can not be read gives nothing back', async () => {
    const request = new Request('http://localhost/', { method: 'POST', body: LETTER });
    expect(await givenBack(request)).toBeNull();
    expect(await givenBack(new Request('http://localhost/'))).toBeNull();
  });
});

it('a form whose draft has gone leaves its texts on the page that says so', () => {
  const refused = () =>
    refuse(new AppError('draft-expired'), { narrative: LETTER, facts: { area: 'Agdal' } });
  expect(refused).toThrow(
    expect.objectContaining({ data: { code: 'draft-expired', params: {}, texts: [LETTER] } }),
  );
});
