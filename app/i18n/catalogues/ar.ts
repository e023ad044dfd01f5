import answering from './ar/answering.json' with { type: 'json' };
import api from './ar/api.json' with { type: 'json' };
import assisted from './ar/assisted.json' with { type: 'json' };
import auth from './ar/auth.json' with { type: 'json' };
import collective from './ar/collective.json' with { type: 'json' };
import common from './ar/common.json' with { type: 'json' };
import custody from './ar/custody.json' with { type: 'json' };
import deadlines from './ar/deadlines.json' with { type: 'json' };
import demo from './ar/demo.json' with { type: 'json' };
import desk from './ar/desk.json' with { type: 'json' };
import domain from './ar/domain.json' with { type: 'json' };
import errors from './ar/errors.json' with { type: 'json' };
import facts from './ar/facts.json' with { type: 'json' };
import figures from './ar/figures.json' with { type: 'json' };
import filing from './ar/filing.json' with { type: 'json' };
import letter from './ar/letter.json' with { type: 'json' };
import mail from './ar/mail.json' with { type: 'json' };
import notes from './ar/notes.json' with { type: 'json' };
import offline from './ar/offline.json' with { type: 'json' };
import operator from './ar/operator.json' with { type: 'json' };
import people from './ar/people.json' with { type: 'json' };
import performance from './ar/performance.json' with { type: 'json' };
import receipt from './ar/receipt.json' with { type: 'json' };
import regulator from './ar/regulator.json' with { type: 'json' };
import rights from './ar/rights.json' with { type: 'json' };
import rightsData from './ar/rights-data.json' with { type: 'json' };
import rules from './ar/rules.json' with { type: 'json' };
import service from './ar/service.json' with { type: 'json' };
import settings from './ar/settings.json' with { type: 'json' };
import sms from './ar/sms.json' with { type: 'json' };
import sso from './ar/sso.json' with { type: 'json' };
import start from './ar/start.json' with { type: 'json' };
import taxonomy from './ar/taxonomy.json' with { type: 'json' };
import track from './ar/track.json' with { type: 'json' };
import tracks from './ar/tracks.json' with { type: 'json' };
import ui from './ar/ui.json' with { type: 'json' };
import uploads from './ar/uploads.json' with { type: 'json' };
import wholesale from './ar/wholesale.json' with { type: 'json' };

/** Every namespace of the language `ar`. */
export const ar = {
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
