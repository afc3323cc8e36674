import { useAddress } from '../../components/useAddress.js';
import { myself } from '../../session.js';

/** Whose next steps are shown: the filter that the reader's own have, and whether it is on and nothing else is. */
export function useMine() {
  const mine = myself();
  const { search } = useAddress();
  const reps = search.getAll('rep');
  const isMine = mine !== '' && reps.length === 1 && reps[0] === mine;
  return {
    mine,
    isMine,
    isAll: isMine && [...search.keys()].every((name) => ['site', 'rep'].includes(name)),
  };
}
