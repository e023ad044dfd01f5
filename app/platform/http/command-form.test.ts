import { describe, expect, test } from 'vitest';
import { AppError } from '#app/domain/shared/errors.ts';
import { readCommandForm, refuseCommand } from './command-form.server.ts';
import { formValues } from './form-values.server.ts';

const COMMANDS = ['decide', 'close'] as const;

function sent(fields: Readonly<Record<string, string>>) {
  return formValues(new URLSearchParams(fields));
}

function read(fields: Readonly<Record<string, string>>) {
  return readCommandForm(sent(fields), COMMANDS);
}

describe('a form that gives a command', () => {
  test('is read without the name of its command, and without fields of another', () => {
    const fields = { command: 'decide', version: '7', 'decide.reasons': 'Text', 'close.note': 'other' };
    const form = read(fields);
    expect(form).toMatchObject({ command: 'decide', expectedVersion: 7 });
    expect({ ...form.values }).toEqual({ reasons: 'Text' });
  });

  test('may have no fields', () => {
    expect({ ...read({ command: 'close', version: '1' }).values }).toEqual({});
    expect({ ...read({ command: 'close', version: '1', close: 'forged' }).values }).toEqual({});
  });

  test.each<Readonly<Record<string, string>>>([
    { command: 'delete', version: '1' },
    { command: 'decide', version: 'latest' },
    { command: 'decide', version: '1.5' },
    { version: '1' },
  ])('is malformed with a command or version that there is not: %j', fields => {
    expect(() => read(fields)).toThrow(
      expect.objectContaining({ data: expect.objectContaining({ code: 'malformed-request' }) }),
    );
  });
});

describe('a refused command', () => {
  const typed = sent({ command: 'decide', version: '7', 'decide.reasons': 'Text' });

  test('names its fields as its form does, and keeps what was typed', () => {
    const error = new AppError('invalid-input', { fields: { reasons: { code: 'too-short' } } });
    expect(refuseCommand('decide', error, typed)).toMatchObject({
      data: {
        command: 'decide',
        errors: { 'decide.reasons': { code: 'too-short' } },
        values: { 'decide.reasons': 'Text' },
      },
      init: { status: 422 },
    });
  });

  test('shows at the field of files what was wrong with them', () => {
    const refused = refuseCommand('decide', new AppError('file-too-large'), typed);
    expect(refused.data.errors).toMatchObject({ 'decide.files': { code: 'file-too-large' } });
  });

  test('that the page can not show becomes the error page, a fault stays one', () => {
    expect(() => refuseCommand('decide', new AppError('not-found'), typed)).toThrow(
      expect.objectContaining({ init: { status: 404 } }),
    );
    const fault = new Error('disk full');
    expect(() => refuseCommand('decide', fault, typed)).toThrow(fault);
  });
});
