import answering from './de/answering.json' with { type: 'json' };
import api from './de/api.json' with { type: 'json' };
import assisted from './de/assisted.json' with { type: 'json' };
import auth from './de/auth.json' with { type: 'json' };
import collective from './de/collective.json' with { type: 'json' };
import common from './de/common.json' with { type: 'json' };
import custody from './de/custody.json' with { type: 'json' };
import deadlines from './de/deadlines.json' with { type: 'json' };
import demo from './de/demo.json' with { type: 'json' };
import desk from './de/desk.json' with { type: 'json' };
import domain from './de/domain.json' with { type: 'json' };
import errors from './de/errors.json' with { type: 'json' };
import facts from './de/facts.json' with { type: 'json' };
import figures from './de/figures.json' with { type: 'json' };
import filing from './de/filing.json' with { type: 'json' };
import letter from './de/letter.json' with { type: 'json' };
import mail from './de/mail.json' with { type: 'json' };
import notes from './de/notes.json' with { type: 'json' };
import offline from './de/offline.json' with { type: 'json' };
import operator from './de/operator.json' with { type: 'json' };
import people from './de/people.json' with { type: 'json' };
import performance from './de/performance.json' with { type: 'json' };
import receipt from './de/receipt.json' with { type: 'json' };
import regulator from './de/regulator.json' with { type: 'json' };
import rights from './de/rights.json' with { type: 'json' };
import rightsData from './de/rights-data.json' with { type: 'json' };
import rules from './de/rules.json' with { type: 'json' };
import service from './de/service.json' with { type: 'json' };
import settings from './de/settings.json' with { type: 'json' };
import sms from './de/sms.json' with { type: 'json' };
import sso from './de/sso.json' with { type: 'json' };
import start from './de/start.json' with { type: 'json' };
import taxonomy from './de/taxonomy.json' with { type: 'json' };
import track from './de/track.json' with { type: 'json' };
import tracks from './de/tracks.json' with { type: 'json' };
import ui from './de/ui.json' with { type: 'json' };
import uploads from './de/uploads.json' with { type: 'json' };
import wholesale from './de/wholesale.json' with { type: 'json' };

/** Every namespace of the language `de`. */
export const de = {
  common,
  api,
  taxonomy,
  collective,
  facts,
  domain,
  errors,
  ui,
  filing,
  track,
  notes,
  offline,
  operator,
  receipt,
  regulator,
  'rights-data': rightsData,
  sms,
  figures,
  mail,
  auth,
  demo,
  desk,
  tracks,
  answering,
  assisted,
  wholesale,
  service,
  start,
  uploads,
  custody,
  letter,
  rights,
  settings,
  deadlines,
  rules,
  people,
  performance,
  sso,
} as const;
