import answering from './en/answering.json' with { type: 'json' };
import api from './en/api.json' with { type: 'json' };
import assisted from './en/assisted.json' with { type: 'json' };
import auth from './en/auth.json' with { type: 'json' };
import collective from './en/collective.json' with { type: 'json' };
import common from './en/common.json' with { type: 'json' };
import custody from './en/custody.json' with { type: 'json' };
import deadlines from './en/deadlines.json' with { type: 'json' };
import demo from './en/demo.json' with { type: 'json' };
import desk from './en/desk.json' with { type: 'json' };
import domain from './en/domain.json' with { type: 'json' };
import errors from './en/errors.json' with { type: 'json' };
import facts from './en/facts.json' with { type: 'json' };
import figures from './en/figures.json' with { type: 'json' };
import filing from './en/filing.json' with { type: 'json' };
import letter from './en/letter.json' with { type: 'json' };
import mail from './en/mail.json' with { type: 'json' };
import notes from './en/notes.json' with { type: 'json' };
import offline from './en/offline.json' with { type: 'json' };
import operator from './en/operator.json' with { type: 'json' };
import people from './en/people.json' with { type: 'json' };
import performance from './en/performance.json' with { type: 'json' };
import receipt from './en/receipt.json' with { type: 'json' };
import regulator from './en/regulator.json' with { type: 'json' };
import rights from './en/rights.json' with { type: 'json' };
import rightsData from './en/rights-data.json' with { type: 'json' };
import rules from './en/rules.json' with { type: 'json' };
import service from './en/service.json' with { type: 'json' };
import settings from './en/settings.json' with { type: 'json' };
import sms from './en/sms.json' with { type: 'json' };
import sso from './en/sso.json' with { type: 'json' };
import start from './en/start.json' with { type: 'json' };
import taxonomy from './en/taxonomy.json' with { type: 'json' };
import track from './en/track.json' with { type: 'json' };
import tracks from './en/tracks.json' with { type: 'json' };
import ui from './en/ui.json' with { type: 'json' };
import uploads from './en/uploads.json' with { type: 'json' };
import wholesale from './en/wholesale.json' with { type: 'json' };

/** Every namespace of the language `en`. */
export const en = {
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
