import { useT } from '#app/i18n/use-translation.ts';

const KEYS = [
  ['j', 'next'],
  ['k', 'previous'],
  ['Enter', 'openRow'],
  ['/', 'search'],
  ['?', 'help'],
] as const;

/** The keys of a list whose rows can be chosen. */
const CHOOSING_KEYS = [
  ['x', 'chooseRow'],
  ['Shift + x', 'chooseRange'],
  ['a', 'assign'],
  ['e', 'answer'],
] as const;

/** The keys of the staff's script, and the question it asks before an irreversible command. */
export function KeyboardHelp({ choosing = false }: { readonly choosing?: boolean }) {
  const t = useT('ui');
  return (
    <>
      <dialog id="keyboard-help" className="dialog" aria-labelledby="keyboard-title">
        <h2 id="keyboard-title">{t('keyboard.title')}</h2>
        <table className="table">
          <tbody>
            {[...KEYS, ...(choosing ? CHOOSING_KEYS : [])].map(([key, name]) => (
              <tr key={key}>
                <th scope="row">
                  <kbd>{key}</kbd>
                </th>
                <td>{t(`keyboard.${name}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <form method="dialog">
          <button type="submit" className="btn btn-secondary">
            {t('action.close')}
          </button>
        </form>
      </dialog>
      <dialog id="confirm" className="dialog" aria-labelledby="confirm-question">
        <p id="confirm-question" />
        <form method="dialog" className="button-row">
          <button type="submit" value="yes" className="btn btn-danger">
            {t('action.confirm')}
          </button>
          <button type="submit" value="" className="btn btn-secondary">
            {t('action.cancel')}
          </button>
        </form>
      </dialog>
    </>
  );
}
