import { describe, expect, it } from 'vitest';
import { readComplaint } from '#app/usecases/complaints/read-complaint.schema.ts';
import { profiles } from '#profiles/index.ts';
import { complaintOf } from './complaint-of.ts';
import type { Values } from './store.ts';

const NOW = '2026-03-10T09:00:00.000Z';

const ANSWERS: Values = {
  track: ['consumer'],
  organisationName: ['left over from another choice'],
  operatorId: ['maroc-telecom'],
  service: ['mobile'],
  category: ['mobile-outage'],
  'issues.mobile-outage': ['mobile-outage/voice'],
  'issues.customer-service': ['customer-service/promise-not-kept'],
  startedAt: ['2026-03-08'],
  startedTime: ['15:00'],
  ongoing: ['yes'],
  region: ['MA-06'],
  'facts.area': ['Quartier Gauthier'],
  'facts.stillDown': ['yes'],
  'attempts.0.on': ['2026-03-09'],
  'attempts.0.channel': ['hotline'],
  'attempts.0.result': ['saturated'],
  'attempts.1.on': [''],
  narrative: ['Aucun appel ne passe depuis deux jours, ni chez moi ni au travail.'],
  remedySought: ['restore-service'],
  name: ['Amina Exemple'],
  language: ['fr'],
  consentToPublish: ['on'],
};

function read(values: Values) {
  return readComplaint(complaintOf(values), { profile: profiles.ma, now: NOW });
}

describe('what is sent of the answers written without a network', () => {
  it('is a complaint that the server takes', () => {
    expect(read({ ...ANSWERS, 'issues.customer-service': [] })).toMatchObject({
      ok: true,
      value: {
        track: 'consumer',
        issues: ['mobile-outage/voice'],
        startedAt: '2026-03-08T15:00:00.000Z',
        ongoing: true,
        facts: { area: 'Quartier Gauthier', stillDown: 'yes' },
        attempts: [{ on: '2026-03-09', channel: 'hotline', result: 'saturated' }],
        consentToPublish: true,
      },
    });
  });

  it('names all issues, of whichever category', () => {
    expect(complaintOf(ANSWERS).issues).toEqual(['mobile-outage/voice', 'customer-service/promise-not-kept']);
  });

  it('leaves out what a person has no business with, and rows in which nothing was written', () => {
    const complaint = complaintOf(ANSWERS);
    expect(complaint).not.toHaveProperty('organisationName');
    expect(complaint.attempts).toHaveLength(1);
  });

  it("keeps a business's sites as rows of one fact", () => {
    const complaint = complaintOf({
      track: ['business'],
      'facts.affectedSites.0.place': ['Casablanca'],
      'facts.affectedSites.0.lines': ['3'],
      'facts.affectedSites.1.place': ['Rabat'],
    });
    expect(complaint.facts).toEqual({
      affectedSites: [{ place: 'Casablanca', lines: '3' }, { place: 'Rabat' }],
    });
  });

  it('names the same field as the server when an answer is missing', () => {
    const { narrative: _none, ...others } = ANSWERS;
    expect(read(others)).toMatchObject({ ok: false, fields: { narrative: { code: 'required' } } });
  });
});
