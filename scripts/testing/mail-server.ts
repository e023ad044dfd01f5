import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
  readonly to: readonly string[];
  /** Headers and body as they came over the wire. */
  readonly raw: string;
}

export interface TestMailServer {
  /** For SMTP_URL. */
  readonly url: string;
  readonly received: readonly ReceivedMail[];
  /** Whether recipients are refused: for now (451) or for good (550). */
  refusing: boolean | 'for-good';
  stop(): Promise<void>;
}

function refusal(kind: true | 'for-good'): Error {
  return kind === 'for-good'
    ? Object.assign(new Error('no such mailbox'), { responseCode: 550 })
    : Object.assign(new Error('try again later'), { responseCode: 451 });
}

/** A mail server on a free port of 127.0.0.1 that keeps what it takes and can be told to refuse. */
export async function startTestMailServer(): Promise<TestMailServer> {
  const received: ReceivedMail[] = [];
  const state: { refusing: TestMailServer['refusing'] } = { refusing: false };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    closeTimeout: 100,
    onRcptTo: (_address, _session, callback) =>
      state.refusing ? callback(refusal(state.refusing)) : callback(),
    onData: (stream, session, callback) => {
      let raw = '';
      stream.setEncoding('utf8').on('data', (text: string) => {
        raw += text;
      });
      stream.once('end', () => {
        received.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw });
        callback();
      });
    },
  });
  server.on('error', () => undefined);
  const listener = server.listen(0, '127.0.0.1');
  await new Promise(resolve => listener.once('listening', resolve));
  const address = listener.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    get refusing() {
      return state.refusing;
    },
    set refusing(value) {
      state.refusing = value;
    },
    stop: () => new Promise(resolve => server.close(() => resolve())),
  };
}
