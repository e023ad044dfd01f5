import type { EverydayWords } from './everyday-words.ts';

export const en: EverydayWords = {
  'mobile-outage':
    'no network, network down, network dead, mobile down, no signal, no bars, phone has no service, antenna down, mast down, outage, cell phone dead, netwrok down',
  'mobile-outage/voice':
    'cannot call, can’t make calls, calls fail, nobody can reach me, calls do not go through',
  'mobile-outage/sms': 'texts not sent, text messages not arriving, sms not working, no sms',
  'mobile-outage/data':
    '4g not working, 5g down, mobile data down, no internet on my phone, data not working',
  'mobile-outage/emergency-calls': 'emergency number, ambulance, 112, 911, 999',
  'mobile-outage/mobile-money': 'orange money down, mobile money not working, cannot pay with my phone',
  'fixed-outage':
    'internet down, no internet, wifi down, no wifi, broadband down, router, modem, fibre cut, line dead, landline dead',
  'fixed-outage/internet':
    'internet is down, no internet at home, wifi not working, broadband not working, connection lost, internet cut, red light on the box, router down',
  'fixed-outage/line': 'landline dead, no dial tone, home phone not working, cable cut',
  'fixed-outage/trunk-or-pbx': 'switchboard, pbx, sip trunk, office phones',
  'fixed-outage/leased-line': 'leased line, dedicated line',
  'prepaid-credit':
    'top-up, topup, top up, recharge, airtime, credit, prepaid, balance, scratch card, voucher, bundle, mobile money, orange money, money transfer',
  'prepaid-credit/paid-not-credited':
    'top-up not received, top up missing, topup failed, recharge not received, airtime not received, paid but no credit, money taken no credit, credit never came',
  'prepaid-credit/wrong-number': 'sent credit to the wrong number, topped up wrong number',
  'prepaid-credit/lost-balance':
    'my credit disappeared, credit stolen, balance gone, airtime eaten, balance vanished',
  'prepaid-credit/bundle-or-expiry':
    'bundle expired, data bundle missing, bonus missing, megabytes gone, data finished too fast',
  'prepaid-credit/mobile-money-transfer':
    'transfer failed, money sent not received, withdrawal failed, mobile money stuck, orange money blocked',
  'platform-outage': 'email down, mail not working, app not working, website down, tv not working',
  'platform-outage/e-mail':
    'email not working, cannot read my mail, mailbox locked, inbox, webmail down, lost emails',
  'platform-outage/hosting': 'hosting, website offline, server down, domain name',
  'platform-outage/operator-app':
    'app crashes, cannot log in, my account page, ussd not working, login fails',
  'platform-outage/tv': 'tv not working, television, set-top box, channels missing, black screen',
  'platform-outage/sms-gateway-or-api': 'sms gateway, api, bulk sms',
  'outage-information':
    'nobody told us, no information, not informed, no notice, no explanation about the outage',
  'outage-information/planned-work-not-announced': 'maintenance not announced, works',
  'outage-information/false-or-minimised-status': 'they lie, false information, say everything works',
  billing:
    'bill, bill too high, invoice, overcharged, charged twice, direct debit, fees, refund, wrong charge, bil',
  'billing/error': 'wrong bill, overcharged, charged twice, bill too high, mistake on my bill, double charge',
  'billing/unsolicited-service':
    'charged for something I did not order, premium sms, subscription I never asked for, paid service',
  'billing/refund-due': 'refund, money back, deposit not returned, reimburse',
  'billing/disconnection-despite-payment': 'cut off although I paid, suspended although I paid',
  'billing/price-change': 'price increase, price rise, more expensive, tariff went up',
  contract: 'contract, cancel, cancellation, subscription, installation, technician, appointment, engineer',
  'contract/mis-selling': 'pushy salesman, lied to me, misleading offer, advert was false, never signed',
  'contract/unilateral-change': 'contract changed, plan changed without asking',
  'contract/cancellation-refused':
    'cannot cancel, they will not cancel, cancellation fee, leave my provider, terminate my contract',
  'contract/installation-delay':
    'engineer did not come, installation late, missed appointment, waiting for fibre',
  'contract/equipment': 'broken router, faulty phone, warranty, locked phone, unlock',
  'number-portability':
    'keep my number, switch operator, port my number, number transfer, porting, change provider',
  'number-portability/service-lost': 'lost service after switching, number lost',
  'number-portability/unauthorised': 'switched without my consent, slamming',
  'coverage-quality': 'bad network, weak signal, poor coverage, slow, speed, lag, keeps dropping',
  'coverage-quality/no-coverage':
    'no coverage, no signal in my village, dead zone, poor reception, bad signal at home',
  'coverage-quality/speed': 'slow internet, internet is slow, slow wifi, low speed, buffering',
  'coverage-quality/dropped-calls': 'calls drop, call cuts out, crackling, choppy voice',
  'coverage-quality/latency': 'lag, ping, unstable, keeps disconnecting, interruptions',
  roaming: 'roaming, abroad, holiday, travel, trip, foreign country, data abroad',
  'roaming/bill-shock': 'huge bill after holiday, roaming bill, bill from abroad',
  'roaming/no-service': 'phone did not work abroad, no network abroad',
  'customer-service':
    'customer service, hotline, call centre, support, nobody answers, no reply to my complaint, rude agent, shop, disabled, disability, deaf, wheelchair, sign language',
  'customer-service/customer-service-unreachable':
    'nobody answers, on hold, cannot reach them, call centre saturated, waiting for hours on the phone',
  'customer-service/late-reply': 'no reply, no answer to my email, still waiting for an answer',
  'customer-service/broken-promise': 'they promised, never called back, promise not kept',
  'customer-service/disrespect': 'rude, insulted, hung up on me',
  'privacy-fraud':
    'scam, fraud, spam, hacked, stolen number, personal data, harassment, identity theft, cheated',
  'privacy-fraud/spam': 'spam, spam calls, advertising texts, robocalls, unwanted calls, telemarketing',
  'privacy-fraud/sim-swap': 'sim swap, sim card stolen, number hijacked, somebody took my number',
  'privacy-fraud/disclosure': 'data leak, gave my number away, shared my data',
  'privacy-fraud/scam': 'scam, scammed, phishing, fake sms, fake prize, asked for my pin',
  'privacy-fraud/sim-registration-suspended':
    'sim blocked, sim registration, sim card suspended, sim deactivated, puk code, puk',
  interconnection:
    'interconnection, call termination, unbundling, infrastructure sharing, dispute between operators, wholesale',
};
