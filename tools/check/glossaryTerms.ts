/** A term that the glossary rules out. */
export type RuledOutTerm = {
  /** Matches the lower-case words of a text, one space between them; identifiers are split into their words. */
  words: string;
  /** What to write instead. */
  use: string;
  /** Files in which the word has another, legitimate meaning. */
  except?: RegExp;
};

const sketcher = /^(worker\/planners\/sketcher|test\/eval)\//;

/**
 * The "not" column of docs/glossary.md, and phrases that are no plain English. Words that also have a technical use
 * (task, run, host, look, say, end, draft, diff, refusal, thing) are left to the reader.
 */
export const ruledOutTerms: readonly RuledOutTerm[] = [
  // Duplicate requests
  { words: 'founders?', use: 'leader' },
  {
    words: 'members?',
    use: 'waiting duplicate, or "contents" of a frame',
    // Members of a union, of an object, of a class or of a team.
    except:
      /^(src\/api\/graphql\/|test\/support\/requests\/schemaWalk\.ts|worker\/planners\/(sketcher|diagramLanguages\/mermaid)\/)/,
  },
  {
    words: 'adopt(?:s|ed|ing|able)?',
    use: 'become the leader, or "assign"',
    // A method of AsyncDisposableStack.
    except: /^worker\/startWorker\.ts$|^src\/api\/startApi\.ts$/,
  },
  { words: '(?:look for )?company', use: 'waiting duplicates', except: sketcher },
  {
    words: 'newcomers?',
    use: 'waiting duplicate',
    except: /^(test\/integration\/jobs\/|worker\/planners\/sketcher\/)/,
  },
  { words: 'same requests?', use: 'duplicate request', except: /^tools\/launch\/stopRequest\.ts$/ },
  { words: 'deserted', use: 'without subscribers or waiting duplicates' },
  // Attempts
  { words: 'hand(?:s|ed|ing)? (?:\\w+ )?back', use: 'release' },
  { words: 'farewells?', use: 'release, unregister' },
  { words: 'fates?', use: 'outcome' },
  { words: 'strays?', use: 'orphaned' },
  { words: 'abandoned (?:locks?|jobs?|attempts?|age)', use: 'orphaned' },
  { words: 'patient(?:ly)?', use: 'retry while unavailable, or name what is waited for', except: sketcher },
  { words: 'patience', use: 'time limit' },
  // Events
  { words: 'followers?', use: 'subscriber' },
  { words: 'watchers?', use: 'subscriber' },
  { words: 'news', use: 'event, change, wake-up', except: sketcher },
  { words: 'hearing', use: 'listener status', except: sketcher },
  { words: 'deaf(?:ness)?', use: 'not_receiving' },
  { words: 'hears?(?: itself)?', use: 'receive', except: sketcher },
  { words: 'looks? for (?:missed changes|what was missed)', use: 'poll' },
  // Planning and layout
  { words: 'artists?', use: 'diagram builder', except: /^test\/eval\// },
  { words: 'homeless', use: 'without a parent' },
  { words: 'heaped', use: 'stacked' },
  { words: 'hosting', use: 'placement in a frame', except: /^docs\/deployment\.md$/ },
  { words: 'belongings?', use: 'contents of a frame, or records of an owner', except: sketcher },
  { words: 'lines? brought along', use: 'text wrapping' },
  // Changes of a canvas
  { words: 'made (?:anew|for (?:null|version|current))', use: 'rebase' },
  { words: 'what others have done', use: 'conflict' },
  { words: 'thought out', use: 'based on a version' },
  { words: '(?:tak(?:e|es|en|ing)|took) back', use: 'revert, undo' },
  { words: 'br(?:ing|ings|inging|ought) (?:\\w+ )?back', use: 'restore', except: sketcher },
  { words: '(?:be )?had back', use: 'be restored' },
  { words: 'back to now', use: 'back to latest' },
  { words: 'go(?:es)? on drawing', use: 'keep generating' },
  // Phrases
  { words: 'the house', use: 'the name of the part', except: sketcher },
  { words: 'in the making', use: 'being built' },
  { words: 'the way of a request', use: 'request lifecycle' },
  { words: 'doing it twice', use: 'idempotent' },
  { words: 'in earnest', use: 'in production' },
  { words: 'goodbyes?', use: 'disconnect' },
  { words: 'hang(?:s|ing)? up|hung up', use: 'disconnect' },
  { words: 'in the last moment', use: 'just before, or at the end' },
  { words: 'reckons?(?: with)?', use: 'compute, expect' },
  { words: 'anew', use: 'again' },
  { words: 'never rests? on', use: 'never ends with' },
  { words: 'nothing more was said|who calls whom', use: 'what is missing, in plain words' },
];
