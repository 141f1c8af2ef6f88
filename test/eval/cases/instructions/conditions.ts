import type { Instructions } from '../case.ts';

/** Processes in a sentence or two: steps, conditions, ways back, lanes and parallel work. */
export const conditions: Instructions = {
  'if: wrong password': [
    'User logs in. If the password is wrong, show an error and go back to login. Otherwise open the dashboard.',
    {
      texts: '~log in|login; ~show error; ~open dashboard',
      decisions: '~password',
      edges: '~password -> ~show error; ~password -> ~open dashboard; ~show error -> ~log in|login',
      others: 1,
    },
  ],
  'if: approved or not': [
    'The editor reviews the article. If it is approved, publish it. If not, send it back to the author.',
    {
      texts: '~review article; ~publish; ~send back author',
      decisions: '~approved',
      edges:
        '~review article -> ~approved; ~approved -> ~publish: ~yes|~approved; ~approved -> ~send back: ~no',
      others: 1,
    },
  ],
  'if: go back to a number': [
    '1. Fill in the form\n2. Validate\n3. If something is missing go back to 1\n4. Submit\n5. Show confirmation',
    {
      texts: 'Fill in the form; Validate; ~missing; Submit; Show confirmation',
      edges:
        'Fill in the form -> Validate; ~missing -> Fill in the form; ~missing -> Submit; Submit -> Show confirmation',
      others: 1,
    },
  ],
  'if: refund': [
    'Refund: customer asks for a refund, we check the order date. Within 30 days -> refund, otherwise -> reject',
    {
      texts: '~asks refund; ~check order date; refund; reject',
      decisions: '~30 days',
      edges: '-> refund; -> reject; ~asks refund -> ~check order date',
    },
  ],
  'if: states when': [
    'Order moves from New to Paid when the payment arrives, from Paid to Shipped when the parcel leaves, and from Shipped to Closed when delivered',
    {
      edges: 'New -> Paid: ~payment arrives; Paid -> Shipped: ~parcel leaves; Shipped -> Closed: ~delivered',
      count: { shape: [4, 6] },
      others: 2,
    },
  ],
  'if: traffic light': [
    'traffic light: green to yellow after 30 seconds, yellow to red after 5 seconds, red to green after 20 seconds',
    {
      edges: 'green -> yellow: ~30 seconds; yellow -> red: ~5 seconds; red -> green: ~20 seconds',
      count: { shape: [3, 4] },
      others: 1,
    },
  ],
  'if: nested': [
    'Check stock. If in stock, check credit: if credit is ok, ship, else ask for prepayment. If not in stock, reorder and inform the customer.',
    {
      texts: '~check stock|~in stock; ~ship; ~ask prepayment; ~reorder; ~inform customer',
      decisions: '~stock; ~credit',
      others: 3,
    },
  ],
  'if: umbrella': [
    'decision tree: is it raining? yes: take umbrella. no: is it sunny? yes: sunglasses, no: just go',
    {
      edges:
        '~raining -> take umbrella: yes; ~raining -> ~sunny: no; ~sunny -> sunglasses: yes; ~sunny -> just go: no',
      shapes: { diamond: '~raining; ~sunny' },
    },
  ],
  'if: printer': [
    'Is the printer on? If no turn it on. If yes: is there paper? no -> refill. yes -> call IT',
    {
      edges:
        '~printer on -> ~turn on: no; ~printer on -> ~paper: yes; ~paper -> refill: no; ~paper -> call IT: yes',
      others: 1,
    },
  ],
  'if: unless': [
    'Ship the order unless the address is missing, in that case call the customer',
    { texts: '~ship order; ~call customer', decisions: '~address missing', others: 2 },
  ],
  'if: no punctuation': [
    'customer pays if payment fails we send a reminder after 7 days if they still dont pay we block the account else everything is fine',
    { texts: '~pay; ~send reminder; ~block account', decisions: '~payment fail', others: 4 },
  ],
  'if: retry': [
    'upload file, scan for viruses, if infected delete it and notify the user, if clean store it in S3',
    {
      texts: 'upload file; ~scan viruses; ~delete; ~notify user; ~store S3',
      decisions: '~infected|~clean',
      edges: 'upload file -> ~scan viruses',
      others: 2,
    },
  ],
  'if: three ways': [
    'Support request comes in. If it is a bug, create a Jira issue. If it is a question, answer it from the FAQ. If it is a feature request, add it to the idea board.',
    {
      texts: '~support request; ~create Jira issue; ~answer FAQ; ~add idea board',
      edges:
        '-> ~create Jira issue: ~bug|~yes; -> ~answer FAQ: ~question|~yes; -> ~add idea board: ~feature|~yes',
      others: 3,
    },
  ],
  'if: approval by amount': [
    'expense approval: under 100 euro auto approve, 100 to 1000 the manager approves, over 1000 the CFO approves, then pay out',
    {
      texts: '~auto approve; ~manager approves; ~CFO approves; ~pay out',
      edges: '~auto approve -> ~pay out; ~manager -> ~pay out; ~CFO -> ~pay out',
      others: 2,
    },
  ],
  'steps: then then': [
    'first we collect requirements, then design, after that we build, test and finally release',
    {
      edges: '~collect requirements -> ~design -> ~build -> ~test -> ~release',
      absent: 'first; then; after that; finally',
    },
  ],
  'steps: list in a sentence': [
    'flowchart: wake up, brush teeth, coffee, go to work',
    { edges: 'wake up -> brush teeth -> coffee -> go to work', absent: 'flowchart' },
  ],
  'steps: for a topic': [
    'show the process for returning a parcel: print label, pack, drop off at the post office, wait for refund',
    { edges: 'print label -> pack -> ~drop off post office -> wait for refund', title: '~return parcel' },
  ],
  'steps: five given': [
    '5 steps: plan, build, test, release, monitor',
    { edges: 'plan -> build -> test -> release -> monitor', absent: 'No steps were given; 5 steps' },
  ],
  'steps: number only': [
    'onboarding in 4 steps',
    { count: { shape: [4, 6], connector: [3, 6] }, title: '~onboarding', others: 6 },
  ],
  'steps: with times': [
    'morning routine: 6:30 alarm, 6:45 run, 7:30 shower, 8:00 breakfast, 8:30 leave',
    {
      order: '~alarm; ~run; ~shower; ~breakfast; ~leave',
      texts: '~alarm; ~run; ~shower; ~breakfast; ~leave',
      others: 5,
    },
  ],
  'steps: imperative': [
    'Make a diagram of how to bake bread: mix flour, water, salt and yeast. Knead for 10 minutes. Let it rise for an hour. Shape the loaf. Bake at 230 degrees.',
    {
      edges: '~mix flour -> ~knead -> ~rise -> ~shape loaf -> ~bake 230',
      title: '~bread',
      others: 1,
    },
  ],
  'lanes: drafts and checks': [
    'Swimlanes: Sales drafts the offer, Legal checks it, Finance approves, Sales sends it to the client',
    {
      inside: { Sales: '~draft offer; ~send client', Legal: '~check', Finance: '~approve' },
      edges: '~draft offer -> ~check -> ~approve -> ~send client',
      count: { frame: 3 },
    },
  ],
  'lanes: named first': [
    'swimlanes for customer, support and engineering. customer reports bug; support reproduces it; engineering fixes it; support informs customer',
    {
      inside: {
        customer: '~report bug',
        support: '~reproduce; ~inform customer',
        engineering: '~fix',
      },
      edges: '~report bug -> ~reproduce -> ~fix -> ~inform customer',
      count: { frame: 3 },
    },
  ],
  'lanes: with colons': [
    'Lanes\nCustomer: place order, receive goods\nShop: confirm order, send invoice\nWarehouse: pick, pack, ship',
    {
      inside: {
        Customer: 'place order; receive goods',
        Shop: 'confirm order; send invoice',
        Warehouse: 'pick; pack; ship',
      },
      count: { frame: 3 },
      absent: 'Lanes',
    },
  ],
  'parallel: new hire': [
    'After the contract is signed, HR creates the account and IT orders the laptop at the same time. When both are done the new hire starts.',
    {
      texts: '~contract signed; ~creates account; ~orders laptop; ~new hire starts',
      edges:
        '~contract signed -> ~creates account; ~contract signed -> ~orders laptop; ~creates account -> ~new hire starts; ~orders laptop -> ~new hire starts',
      others: 2,
    },
  ],
  'if: answers of their own': [
    'Bug triage: new bug arrives → is it reproducible? No → ask reporter for details → back to new bug. Yes → severity? high → fix now; low → backlog',
    {
      title: 'Bug triage',
      edges:
        'New bug arrives -> Is it reproducible?; Is it reproducible? -> Ask reporter for details: No; Ask reporter for details -> New bug arrives; Is it reproducible? -> Severity?: Yes; Severity? -> Fix now: high; Severity? -> Backlog: low',
    },
  ],
  'if: answers on lines': [
    'Ticket comes in -> which team?\nbilling -> forward to finance\ntechnical -> can we reproduce it?\nyes -> open a bug\nno -> ask customer\nsales -> call back',
    {
      edges:
        'Ticket comes in -> Which team?; Which team? -> Forward to finance: billing; Which team? -> Can we reproduce it?: technical; Can we reproduce it? -> Open a bug: yes; Can we reproduce it? -> Ask customer: no; Which team? -> Call back: sales',
    },
  ],
  'if: question on a line': [
    'Order received\nPaid?\nyes -> Ship\nno -> Send reminder -> Paid?',
    {
      edges:
        'Order received -> Paid?; Paid? -> Ship: yes; Paid? -> Send reminder: no; Send reminder -> Paid?',
    },
  ],
  'parallel: in brackets': [
    'ci pipeline: push -> lint & unit tests (in parallel) -> build -> deploy',
    { edges: 'Push -> Lint -> Build -> Deploy; Push -> Unit tests -> Build' },
  ],
  'parallel: arrows': [
    'Start -> (Backend, Frontend, Docs) -> Integration -> Release',
    {
      edges:
        'Start -> Backend; Start -> Frontend; Start -> Docs; Backend -> Integration; Frontend -> Integration; Docs -> Integration; Integration -> Release',
    },
  ],
  'lanes: title before the names': [
    'Swim lane diagram of invoice approval with lanes Clerk, Manager and Accounting. The clerk scans the invoice. The manager approves it. If he rejects it, the clerk informs the supplier. Accounting pays.',
    {
      title: 'invoice approval',
      inside: { Clerk: '~scan invoice; ~inform supplier', Manager: '~approve', Accounting: '~pay' },
      decisions: '~reject',
      count: { frame: 3 },
      others: 1,
    },
  ],
  'steps: abbreviations': [
    '1) Call Dr. Lee\n2) Get X-ray (left knee)\n3) Book physio, e.g. at St. Mary',
    { edges: 'Call Dr. Lee -> Get X-ray (left knee) -> Book physio, e.g. at St. Mary', others: 0 },
  ],
  'if: spanish': [
    'Recibir pedido. Si hay stock, enviar el paquete; si no, avisar al cliente.',
    {
      edges: '~hay stock -> enviar el paquete; ~hay stock -> avisar al cliente; recibir pedido -> ~hay stock',
      others: 0,
    },
  ],
  'if: two conditions in one': [
    "Should I go out? If I finished my homework, and it's sunny, go to the park. If it's not sunny, go to the cinema. If homework isn't finished, stay home.",
    {
      title: 'Should I go out',
      edges:
        '~homework -> ~sunny: yes; ~sunny -> go to the park: yes; ~sunny -> go to the cinema: no; ~homework -> stay home: no',
      others: 0,
    },
  ],
  'if: within a command': [
    'If the alarm rings, get up. Otherwise keep sleeping. After getting up, brush teeth and, if there is time, have breakfast; then leave.',
    {
      texts: 'get up; keep sleeping',
      decisions: '~alarm; ~time',
      edges:
        'brush teeth -> ~time; ~time -> have breakfast: yes; ~time -> leave: no; have breakfast -> leave',
      others: 0,
    },
  ],
  'if: within a sentence': [
    'Guest arrives at the reception. If they have a reservation, the receptionist looks it up, and if the room is ready she hands over the key; if the room is not ready, the guest waits in the lobby. If they have no reservation, the receptionist checks availability. Afterwards the porter brings the luggage to the room.',
    {
      activities:
        '~guest arrives; ~looks it up; ~hands over key; ~waits lobby; ~checks availability; ~porter luggage',
      decisions: '~reservation; ~room ready',
      edges:
        '~reservation -> ~checks availability: no; ~room ready -> ~waits lobby: no; ~looks -> ~room ready',
      others: 0,
    },
  ],
  'if: no comma before the step': [
    "How do I decide whether to repair or replace my phone? If it's older than 3 years replace it. Otherwise if the repair costs more than half the price of a new one, replace it, else repair it.",
    {
      edges:
        '~older than 3 years -> replace it: yes; ~older than 3 years -> ~repair costs: no; ~repair costs -> repair it: no',
      others: 0,
    },
  ],
  'if: answers in answers': [
    'Decide on a database. Need transactions? yes: Postgres. no: need search? yes: Elasticsearch, no: Redis',
    {
      edges:
        'Decide on a database -> Need transactions?; Need transactions? -> Postgres: yes; Need transactions? -> Need search?: no; Need search? -> Elasticsearch: yes; Need search? -> Redis: no',
      others: 0,
    },
  ],
  'if: too high, too low, right': [
    'flowchart for a guessing game: pick a number, ask for guess, if too high say lower, if too low say higher, if correct congratulate and end',
    {
      texts: 'pick a number; ask for guess; say lower; say higher; ~congratulate',
      decisions: '~too high; ~too low',
      others: 1,
    },
  ],
  'if: depending on': [
    'Depending on the severity: low: reply by email, medium: call the customer, high: send a technician',
    {
      edges:
        '~severity -> reply by email: low; ~severity -> call the customer: medium; ~severity -> send a technician: high',
      others: 0,
    },
  ],
  'if: after failed attempts': [
    'Enter PIN. After 3 failed attempts the card is blocked. Otherwise choose the amount, take the money.',
    {
      edges:
        'Enter PIN -> ~3 failed attempts; ~3 failed attempts -> ~card blocked: yes; ~3 failed attempts -> choose the amount: no; choose the amount -> take the money',
      others: 0,
    },
  ],
  'if: german, verb first': [
    'Der Kunde ruft an. Der Mitarbeiter nimmt die Bestellung auf. Ist der Artikel auf Lager, wird er verpackt und verschickt. Wenn nicht, wird er nachbestellt und der Kunde informiert.',
    {
      texts: 'Der Kunde ruft an; ~Mitarbeiter nimmt Bestellung auf',
      decisions: '~artikel lager',
      edges: '~artikel lager -> ~verpackt: ja; ~artikel lager -> ~nachbestellt: nein',
      others: 1,
    },
  ],
  'loop: until': [
    'Fill the bucket, carry it to the barn and repeat until the trough is full, then close the gate',
    {
      edges:
        'Fill the bucket -> Carry it to the barn -> ~trough full; ~trough full -> Fill the bucket: no; ~trough full -> close the gate: yes',
      others: 0,
    },
  ],
  'loop: game': [
    'game loop: read input, update world, draw frame, repeat until player quits',
    {
      edges: 'read input -> update world -> draw frame -> ~player quits -> read input',
      title: 'game loop',
      others: 1,
    },
  ],
  'fork: either or': [
    'Flowchart: either call the customer or send an email, then close the ticket',
    {
      edges:
        '-> call the customer: either; -> send an email: or; call the customer -> close the ticket; send an email -> close the ticket',
      others: 1,
    },
  ],
  'loop: while': [
    'While there are unread mails, open the next mail and answer it. Then log out.',
    {
      decisions: '~unread mails',
      edges: '~unread -> open the next mail -> answer it -> ~unread; ~unread -> log out: no',
      others: 0,
    },
  ],
  'loop: within a list': [
    'milking routine: bring cows in, clean udders, attach machine, while milk flows watch the pressure, detach machine, dip teats',
    {
      title: 'milking routine',
      edges:
        'bring cows in -> clean udders -> attach machine -> ~milk flows -> watch the pressure; ~milk flows -> detach machine; detach machine -> dip teats',
      others: 0,
    },
  ],
  'if: comparisons': [
    'Admission: nurse greets patient, takes vitals. if temp > 38 isolate patient, otherwise seat in waiting room. doctor examines.',
    {
      title: 'Admission',
      texts: '~greets; ~takes vitals; doctor examines',
      edges:
        '~temp -> isolate patient: yes; ~temp -> seat in waiting room: no; isolate patient -> doctor examines',
      others: 0,
    },
  ],
  'if: answers to questions': [
    'Is the plant wilting? If yes, is the soil dry? If dry, water it. If wet, check roots. If not wilting, do nothing.',
    {
      edges:
        '~wilting -> ~soil dry: yes; ~soil dry -> water it: yes; ~soil dry -> check roots: wet; ~wilting -> do nothing: no',
      others: 0,
    },
  ],
  'if: in case of': [
    'Deployment: build image, push to registry, run smoke tests. Unless the tests fail, promote to production. In case of failure, roll back.',
    {
      edges:
        'build image -> push to registry -> run smoke tests -> ~tests fail; ~tests fail -> promote to production: no; ~tests fail -> roll back: yes',
      others: 0,
    },
  ],
  'if: not with what it denies': [
    'process for insurance claim: customer reports damage. Clerk checks coverage. If not covered, send rejection letter. Otherwise assess damage and pay out.',
    {
      texts: '~reports damage; ~checks coverage; ~rejection letter; ~assess damage; ~pay out',
      decisions: '~covered',
      edges: '~covered -> ~rejection letter: ~no; ~covered -> ~assess damage: ~yes',
    },
  ],
  'if: answers with a colon within answers': [
    'Entscheidungsbaum: Regnet es? Ja: Schirm mitnehmen. Nein: Ist es kalt? Ja: Jacke, Nein: T-Shirt.',
    {
      texts: 'Schirm mitnehmen; Jacke; T-Shirt',
      decisions: 'Regnet es; Ist es kalt',
      edges: '~regnet -> ~schirm: ja; ~regnet -> ~kalt: nein; ~kalt -> jacke; ~kalt -> ~shirt',
    },
  ],
  'otherwise: somebody else': [
    'Escalation: L1 tries for 30 minutes, otherwise L2. L2 tries for two hours, otherwise the vendor.',
    {
      texts: '~L1 tries 30 minutes; ~L2 tries two hours; ~vendor',
      edges: '~L1 tries -> ~L2 tries: ~otherwise; ~L2 tries -> ~vendor: ~otherwise',
    },
  ],
  'steps: before a condition': [
    'football match: kick-off, first half, break, second half, if draw then extra time then penalties, final whistle',
    {
      texts: 'kick-off; first half; break; second half; extra time; penalties; final whistle',
      decisions: '~draw',
      edges: '~second half -> ~draw; ~draw -> ~extra time: ~yes; ~extra time -> ~penalties',
    },
  ],
  'steps: numbers without dots': [
    'steps: 1 preheat oven 2 mix flour sugar butter 3 add eggs 4 bake 25 min 5 let cool',
    {
      texts: 'preheat oven; mix flour sugar butter; add eggs; bake 25 min; let cool',
      edges: '~preheat -> ~mix; ~mix -> ~eggs; ~eggs -> ~bake; ~bake -> ~cool',
    },
  ],
  'cases: a question and its answers behind arrows': [
    'Visitor parking: guard checks plate. Known visitor? -> open barrier. Unknown -> call reception, reception confirms or refuses, if confirmed open barrier, else turn car away.',
    {
      title: '~visitor parking',
      texts: '~checks plate; ~open barrier; ~call reception; ~confirms refuses; ~turn car away',
      decisions: 'known visitor; confirmed',
      edges:
        '~known -> ~open barrier: ~yes; ~known -> ~call reception: ~unknown; ~confirmed -> ~open barrier: ~yes; ~confirmed -> ~turn car: ~no',
    },
  ],
  'cases: with and without a denial': [
    'customer reports damage, clerk checks coverage. not covered → rejection letter. covered → assess damage; then pay out.',
    {
      texts: '~reports damage; ~checks coverage; ~rejection letter; ~assess damage; ~pay out',
      decisions: '~covered',
      edges: '~covered -> ~rejection letter: ~no; ~covered -> ~assess damage: ~yes; ~assess -> ~pay out',
    },
  ],
  'cases: another answer than no': [
    'bag found? -> hand it to the owner; not found -> file a report',
    {
      texts: '~hand owner; ~file report',
      decisions: 'bag found',
      edges: '~bag found -> ~hand owner: ~yes; ~bag found -> ~file report: ~no',
    },
  ],
  'cases: answers behind a step': [
    'Plant care: check soil. Dry? yes -> water it. no -> wait two days.',
    {
      title: '~plant care',
      texts: '~check soil; ~water; ~wait two days',
      decisions: 'dry',
      edges: '~check soil -> dry; dry -> ~water: ~yes; dry -> ~wait: ~no',
    },
  ],
  'cases: below a step of a list': [
    'Bewerbung:\n- Eingang der Unterlagen\n- Prüfung durch HR\n  - geeignet -> Einladung\n  - nicht geeignet -> Absage\n- Gespräch\n- Angebot',
    {
      title: 'Bewerbung',
      texts: '~Eingang; ~Prüfung; Einladung; Absage; Gespräch; Angebot',
      decisions: 'geeignet',
      edges: '~geeignet -> einladung; ~geeignet -> absage; einladung -> gespräch; gespräch -> angebot',
    },
  ],
  'while: several steps beside another': [
    'While the dough rests, prepare the sauce and grate the cheese. Then roll out the dough and bake for 12 minutes.',
    {
      texts: '~dough rests; ~prepare sauce; ~grate cheese; ~roll out dough; ~bake 12 minutes',
      edges: '~prepare sauce -> ~grate cheese; ~grate -> ~roll out; ~rests -> ~roll out; ~roll out -> ~bake',
    },
  ],
  'question: how to do something': [
    'How do I reset my router? Unplug it, wait 30 seconds, plug it in again. If the light stays red, hold the reset button for 10 seconds. If it is still red call support.',
    {
      title: '~reset my router',
      texts: '~unplug; ~wait 30 seconds; ~plug in again; ~hold reset button; ~call support',
      decisions: '~light red; ~still red',
      edges:
        '~unplug -> ~wait; ~wait -> ~plug in; ~light stays red -> ~hold: ~yes; ~still -> ~call support: ~yes',
      others: 1,
    },
  ],
  'command: a verb that is a noun, too': [
    'On-call: alert fires. Engineer acknowledges within 5 min. If nobody answers, page the CTO. Then open an incident channel.',
    {
      texts: '~alert fires; ~acknowledges within 5 min; ~page CTO; ~open incident channel',
      decisions: '~nobody answers',
      edges: '~nobody -> ~page CTO: ~yes; ~page CTO -> ~open incident; ~nobody -> ~open incident: ~no',
    },
  ],
  'checked: if so and if not': [
    'Leave request flow. Employee fills in the form. Team lead checks if there is enough cover. If so, he signs and HR books the days. If not, he talks to the employee about other dates.',
    {
      texts: '~fills in form; ~lead signs; ~HR books days; ~talks employee other dates',
      decisions: '~enough cover',
      edges: '~enough cover -> ~lead signs: ~yes; ~enough cover -> ~talks: ~no',
      others: 1,
    },
  ],
  'questions: a step behind each': [
    "Printer doesn't print\n1. Is it switched on? If not, switch it on.\n2. Any error on the display? Look up the code in the manual.\n3. Still not working -> call the helpdesk",
    {
      title: '~printer print',
      decisions: '~switched on; ~error display; ~still not working',
      edges: '~error display -> ~look up code: ~yes; ~still not working -> ~call helpdesk: ~yes',
      others: 3,
    },
  ],
  'condition: no comma behind it': [
    'wake up\nshower\ncoffee\nif raining take bus else bike\nwork',
    {
      texts: 'wake up; shower; coffee; take bus; bike; work',
      decisions: '~raining',
      edges: '~raining -> take bus: ~yes; ~raining -> bike: ~no',
    },
  ],
  'time: after some days': [
    'Send invoice. After 30 days without payment send a reminder. After another 14 days send a second reminder with a fee. If still unpaid after 60 days hand over to collections.',
    {
      texts: '~send invoice; ~30 days send reminder; ~14 days second reminder; ~hand over collections',
      decisions: '~still unpaid 60 days',
      edges: '~unpaid -> ~hand over: ~yes',
      others: 1,
    },
  ],
  'trigger: german': [
    'Wenn der Kunde anruft, prüft der Support das Ticket. Ist es dringend, wird sofort ein Techniker geschickt, sonst kommt es in die Warteschlange.',
    {
      texts: '~Kunde anruft; ~Support prüft Ticket; ~Techniker geschickt; ~Warteschlange',
      decisions: '~dringend',
      edges: '~anruft -> ~prüft; ~dringend -> ~Techniker: ja; ~dringend -> ~Warteschlange: nein',
    },
  ],
  'conditions: a state before a verb': [
    'check stock, if in stock ship, else reorder',
    {
      decisions: '~in stock',
      edges: 'Check stock -> ~in stock; ~in stock -> Ship: yes; ~in stock -> Reorder: no',
    },
  ],
  'conditions: an event without a comma': [
    'When someone reports an outage the on-call engineer acknowledges it, checks the dashboards, and posts a status update. If it is critical, they page the team lead; otherwise they open a ticket.',
    {
      edges:
        '~reports an outage -> ~acknowledge; ~acknowledge -> ~check dashboards; ~check dashboards -> ~status update',
      paths: '~check dashboards -> ~page team lead; ~check dashboards -> ~open ticket',
      decisions: '~critical',
    },
  ],
};
