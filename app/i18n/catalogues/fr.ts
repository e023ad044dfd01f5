import answering from './fr/answering.json' with { type: 'json' };
import api from './fr/api.json' with { type: 'json' };
import assisted from './fr/assisted.json' with { type: 'json' };
import auth from './fr/auth.json' with { type: 'json' };
import collective from './fr/collective.json' with { type: 'json' };
import common from './fr/common.json' with { type: 'json' };
import custody from './fr/custody.json' with { type: 'json' };
import deadlines from './fr/deadlines.json' with { type: 'json' };
import demo from './fr/demo.json' with { type: 'json' };
import desk from './fr/desk.json' with { type: 'json' };
import domain from './fr/domain.json' with { type: 'json' };
import errors from './fr/errors.json' with { type: 'json' };
import facts from './fr/facts.json' with { type: 'json' };
import figures from './fr/figures.json' with { type: 'json' };
import filing from './fr/filing.json' with { type: 'json' };
import letter from './fr/letter.json' with { type: 'json' };
import mail from './fr/mail.json' with { type: 'json' };
import notes from './fr/notes.json' with { type: 'json' };
import offline from './fr/offline.json' with { type: 'json' };
import operator from './fr/operator.json' with { type: 'json' };
import people from './fr/people.json' with { type: 'json' };
import performance from './fr/performance.json' with { type: 'json' };
import receipt from './fr/receipt.json' with { type: 'json' };
import regulator from './fr/regulator.json' with { type: 'json' };
import rights from './fr/rights.json' with { type: 'json' };
import rightsData from './fr/rights-data.json' with { type: 'json' };
import rules from './fr/rules.json' with { type: 'json' };
import service from './fr/service.json' with { type: 'json' };
import settings from './fr/settings.json' with { type: 'json' };
import sms from './fr/sms.json' with { type: 'json' };
import sso from './fr/sso.json' with { type: 'json' };
import start from './fr/start.json' with { type: 'json' };
import taxonomy from './fr/taxonomy.json' with { type: 'json' };
import track from './fr/track.json' with { type: 'json' };
import tracks from './fr/tracks.json' with { type: 'json' };
import ui from './fr/ui.json' with { type: 'json' };
import uploads from './fr/uploads.json' with { type: 'json' };
import wholesale from './fr/wholesale.json' with { type: 'json' };

/** Every namespace of the language `fr`. */
export const fr = {
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
