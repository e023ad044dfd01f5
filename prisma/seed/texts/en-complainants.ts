import type { ComplainantTexts } from './texts.ts';

export const EN_COMPLAINANTS: ComplainantTexts = {
  narratives: {
    'mobile-outage/voice':
      'Since this morning I can neither call nor be called. The phone shows a network, then the call fails. My neighbours have the same problem.',
    'mobile-outage/data':
      'No mobile internet in the whole district. Calls work, but no page opens, neither on 4G nor on 3G.',
    'fixed-outage/internet':
      'The router blinks red and the connection comes back for a few minutes a day only. I work from home.',
    'fixed-outage/line':
      'The landline is dead. No dial tone, and callers hear it ring while nothing rings here.',
    'prepaid-credit/paid-not-credited':
      'I topped up, the money was taken and a message confirmed it, but the credit never arrived.',
    'prepaid-credit/lost-balance':
      'My balance went to zero overnight although I called nobody. The statement shows no use.',
    'platform-outage/e-mail':
      'I have been unable to open my mailbox for two days. The server says that the password is wrong; it has not changed.',
    'outage-information/no-notice':
      'The outage lasted all afternoon and nothing was announced anywhere. It is not the fault that annoys me but the silence.',
    'billing/error':
      'The bill counts the same option twice. I reported it twice and it was there again the month after.',
    'billing/unsolicited-service':
      'A games subscription that I never asked for appears on my account every week. Nobody can tell me how it was activated.',
    'contract/cancellation-refused':
      'I sent my cancellation by registered letter with the notice required. The operator goes on billing and says that it received nothing.',
    'contract/mis-selling':
      'The seller assured me that fibre was available at my address. Once I had signed, I was given a much slower line.',
    'number-portability/delay':
      'I asked to keep my number a month ago. Each operator blames the other and I pay two subscriptions.',
    'coverage-quality/speed': 'I was sold a hundred megabits. In the evening I measure three, every evening.',
    'coverage-quality/no-coverage':
      'The coverage map shows our village in green. You have to walk up to the road to get one bar.',
    'roaming/bill-shock': 'After four days abroad the bill exceeds a month of wages. No message warned me.',
    'customer-service/customer-service-unreachable':
      'I have been calling for a week. After twenty minutes of music the line is cut.',
    'customer-service/broken-promise': 'I was promised a call back three times. Nobody called.',
    'privacy-fraud/scam':
      'A caller who said he was from the operator, with a number that looked official, made me confirm a transfer.',
    'privacy-fraud/spam': 'I receive ten advertising messages a day and answering STOP changes nothing.',
  },
  closings: [
    'I called several times without result.',
    'They say that it is being looked at and name no date.',
    'I ask for an answer in writing.',
    'This has been going on for too long.',
  ],
  outages: ['The mobile outage in my district', 'This week’s internet outage', 'The mailbox outage'],
  billLines: ['International option counted twice', 'Games subscription from the 3rd to the 27th'],
  earlierProblems: ['A router out of order for three weeks', 'January billed twice'],
  replies: [
    'Here are the number of the line and the time: it happened at about six in the evening, at home.',
    'I found the receipt. The date is the one that I gave.',
  ],
  disputes: {
    'not-done': 'What the answer says was not done: nothing has changed since.',
    'money-not-received': 'The operator says that it paid me back. I received nothing.',
    'facts-wrong': 'The answer describes another fault than mine. Dates and place are wrong.',
    'issue-ignored': 'Only half of my complaint is answered.',
    'happened-again': 'The problem came back three days after the answer.',
    'amount-too-low': 'The amount does not even cover the days without service.',
  },
  withdrawals: [
    'The operator called me and all is settled. I withdraw my complaint.',
    'I changed operators in the meantime and do not wish to go on.',
  ],
};
