import type { Instructions } from '../case.ts';

/**
 * Processes in 100 to 300 words of prose, with departments, customers, conditions and parallel work. The activities and
 * decisions are those that a person would draw; remarks around them are not.
 */
export const prose: Instructions = {
  'prose: bicycle repair': [
    'A small shop repairs bicycles. A customer brings in a bicycle and describes the problem. The receptionist checks the bicycle and writes a cost estimate. If the customer does not accept the estimate, the bicycle is handed back and the process ends. Otherwise a mechanic takes over. The mechanic first orders the spare parts that are missing. As soon as the parts have arrived, the mechanic replaces the broken parts and adjusts the brakes. After that a test ride is made. If the test ride shows a fault, the mechanic repeats the repair. If everything is fine, the receptionist calls the customer. The customer pays the bill and picks up the bicycle. The shop keeps a copy of the bill for two years.',
    {
      activities:
        '~bring bicycle | ~describe problem; ~check bicycle; ~write estimate | ~cost estimate; ~hand back | ~return bicycle; ~order parts; ~replace part; ~adjust brakes; ~test ride; ~call customer; ~pay bill; ~pick up bicycle | ~picks bicycle',
      decisions: '~accept; ~fault | ~fine | ~test ride ok',
      edges:
        '~accept -> ~hand back | ~return bicycle; ~order parts -> ~replace part; ~replace part -> ~adjust brakes; ~call customer -> ~pay bill',
      paths:
        '~check bicycle -> ~order parts; ~test ride -> ~call customer; ~order parts -> ~pick up bicycle | ~picks bicycle',
      noPaths: '~hand back | ~return bicycle -> ~pay bill',
      count: { shape: [9, 18] },
    },
  ],
  'prose: insurance claim': [
    'When a policyholder reports a damage, the call centre registers the claim and assigns a number. The claims department then checks whether the policy is valid. If it is not valid, a rejection letter is sent and the case is closed. If the policy is valid, the amount of the damage is estimated. Claims below 500 euros are paid immediately. For larger claims an expert inspects the damage at the site, and at the same time the assistant requests the invoices from the policyholder. When both the inspection report and the invoices are there, the case handler decides about the payment. If the payment is approved, the finance department transfers the money. If it is refused, the policyholder can object within four weeks. In any case the file is archived at the end.',
    {
      activities:
        '~report damage; ~register claim; ~assign number | ~register claim; ~check policy | ~check valid; ~rejection letter; ~estimate amount | ~estimate damage; ~pay immediately | ~paid immediately | ~pay claim; ~inspect damage; ~request invoices; ~transfer money; ~archive',
      decisions: '~valid; ~500 | ~below; ~approved | ~decide payment | ~payment',
      edges:
        '~report damage -> ~register claim; ~valid -> ~rejection letter; ~valid -> ~estimate amount | ~estimate damage; ~approved | ~payment | ~decide -> ~transfer money',
      paths:
        '~inspect damage -> ~transfer money; ~request invoices -> ~transfer money; ~transfer money -> ~archive; ~paid immediately | ~pay claim -> ~archive',
      noPaths: '~rejection letter -> ~estimate amount | ~estimate damage',
      count: { shape: [10, 19] },
    },
  ],
  'prose: hiring': [
    'Our hiring works like this. The team lead writes a job description and sends it to HR. HR publishes the position on three portals. Applications come in by mail; HR screens every one of them within three days. Unsuitable applicants get a polite refusal. Suitable applicants are invited to a phone interview. When the phone interview went well, the candidate is invited on site, where the team lead and a colleague hold a technical interview while HR prepares the salary proposal. Afterwards everybody meets to decide. If nobody objects, HR sends the offer. Should the candidate decline, we go back to the list of applicants and pick the next one. If the candidate accepts, HR draws up the contract, IT orders the equipment and facility management prepares a desk.',
    {
      activities:
        '~write job description; ~publish position; ~screen; ~refusal; ~phone interview; ~invite site | ~on site; ~technical interview; ~salary proposal; ~meet decide | ~decide; ~send offer; ~contract; ~order equipment; ~prepare desk',
      decisions: '~suitable; ~phone interview well | ~went well; ~object; ~accept | ~decline',
      edges: '~suitable -> ~refusal; ~send offer -> ~accept | ~decline',
      paths:
        '~write job description -> ~publish position; ~write job description -> ~screen; ~screen -> ~phone interview; ~technical interview -> ~send offer; ~accept | ~decline -> ~contract',
      noPaths: '~refusal -> ~send offer',
      count: { shape: [12, 22] },
    },
  ],
  'prose: hotel check-in': [
    'A guest arrives at the hotel and goes to the reception. The receptionist asks for the name and looks up the booking. If there is no booking, the receptionist checks whether a room is free. When no room is free, the guest is sent to a partner hotel. When a room is free, a new booking is created. Next the guest fills in the registration form and shows a passport. The receptionist copies the passport and asks for a credit card. If the card is declined, the guest has to pay a deposit in cash. Finally the receptionist hands over the key card and explains where breakfast is served. A porter brings the luggage to the room.',
    {
      activities:
        '~arrive | ~guest reception; ~look booking; ~check room free | ~room free; ~partner hotel; ~create booking | ~new booking; ~registration form; ~show passport; ~copy passport | ~copies passport; ~ask credit card; ~deposit; ~key card; ~luggage',
      decisions: '~booking; ~room free; ~declined | ~card',
      edges:
        '~room free -> ~partner hotel; ~room free -> ~create booking | ~new booking; ~registration form -> ~show passport | ~copy passport | ~copies passport',
      paths:
        '~look booking -> ~registration form; ~create booking | ~new booking -> ~registration form; ~deposit -> ~key card; ~copy passport | ~copies passport -> ~key card',
      noPaths: '~partner hotel -> ~key card',
      count: { shape: [10, 20] },
    },
  ],
  'prose: software release': [
    'Every second Tuesday we release. The release manager creates a release branch and announces a code freeze. Then the build server compiles the code and runs the unit tests. If a test fails, the responsible developer fixes the bug and the build starts again. Once all tests are green, the package is deployed to staging. There the QA team runs the regression tests, and in parallel the documentation team updates the release notes. If QA finds a blocker, the release is postponed and the team is informed. If there is no blocker, the product owner approves the release. After the approval, operations deploys to production during the night and monitors the error rate for an hour. When the error rate goes above one percent, operations rolls back. Otherwise the release manager publishes the release notes and closes the ticket.',
    {
      activities:
        '~create release branch | ~release branch; ~code freeze; ~compile | ~build; ~unit tests; ~fix bug; ~deploy staging; ~regression tests; ~update release notes; ~postpone; ~product owner approve | ~approve release; ~deploy production; ~monitor error rate; ~roll back; ~publish release notes; ~close ticket',
      decisions: '~test fail | ~tests green; ~blocker; ~error rate | ~one percent',
      edges:
        '~create release branch | ~release branch -> ~code freeze | ~compile | ~build; ~blocker -> ~postpone; ~error rate | ~one percent -> ~roll back; ~deploy production -> ~monitor error rate',
      paths:
        '~fix bug -> ~compile | ~build; ~unit tests -> ~deploy staging; ~deploy staging -> ~regression tests; ~update release notes -> ~deploy production; ~monitor error rate -> ~close ticket',
      noPaths: '~postpone -> ~deploy production; ~roll back -> ~close ticket',
      count: { shape: [12, 22] },
    },
  ],
  'prose: library': [
    'In our library a reader can order a book on the website. The system checks whether the book is available. If it is lent to somebody else, the reader is put on the waiting list and gets a message as soon as it comes back. If it is available, a librarian fetches the book from the stacks and puts it on the pick-up shelf. The reader has seven days to collect it. If the reader does not come, the book goes back to the stacks. When the reader collects the book, the loan is recorded. Four weeks later the reader must return it. Late books cost a fee of one euro per day, which has to be paid before the next loan. The librarian checks every returned book for damage.',
    {
      activities:
        '~order book; ~check available; ~waiting list; ~message; ~fetch book; ~pick up shelf | ~shelf; ~back stacks; ~collect book; ~record loan | ~loan recorded; ~return; ~pay fee | ~fee; ~check damage',
      decisions: '~available | ~lent; ~seven days | ~collect | ~come; ~late',
      edges:
        '~order book -> ~check available | ~available; ~available | ~lent -> ~waiting list; ~available | ~lent -> ~fetch book; ~fetch book -> ~pick up shelf | ~shelf',
      paths:
        '~waiting list -> ~message; ~fetch book -> ~return; ~collect book -> ~record loan | ~loan recorded; ~return -> ~check damage',
      noPaths: '~back stacks -> ~record loan | ~loan recorded',
      count: { shape: [9, 19] },
    },
  ],
  'prose: patient': [
    'A patient who comes to the emergency room is first seen by a triage nurse. The nurse measures blood pressure and temperature and decides on the urgency. Patients in danger are brought to the shock room at once. All others wait in the waiting area until a doctor calls them. The doctor examines the patient. If the doctor needs more information, blood is taken and an X-ray is made at the same time, and the doctor looks at both results. After that the doctor makes a diagnosis. If the patient has to stay, the ward is called and a bed is prepared. If the patient may go home, the doctor writes a prescription and a letter for the family doctor. Before leaving, the patient signs the discharge form at the desk.',
    {
      activities:
        '~triage; ~measure blood pressure; ~decide urgency | ~urgency; ~shock room; ~wait; ~examine; ~take blood | ~blood taken; ~x ray; ~look results | ~results; ~diagnosis; ~call ward | ~ward called; ~prepare bed | ~bed prepared; ~prescription; ~letter; ~discharge',
      decisions: '~danger | ~urgen; ~more information; ~stay | ~go home',
      edges:
        '~danger | ~urgen -> ~shock room; ~stay | ~go home -> ~call ward | ~ward called; ~stay | ~go home -> ~prescription; ~call ward | ~ward called -> ~prepare bed | ~bed prepared',
      paths:
        '~wait -> ~examine; ~x ray -> ~diagnosis; ~diagnosis -> ~prescription; ~diagnosis -> ~call ward | ~ward called; ~prescription -> ~discharge',
      count: { shape: [10, 21] },
    },
  ],
  'prose: procurement': [
    'To buy something, an employee fills in a purchase request in the portal. The request goes to the line manager, who checks the need. The manager can reject the request, and then the employee is notified. If the manager approves and the value is more than 5,000 euros, the controlling department must also approve. Purchasing then asks three suppliers for quotes, compares them and selects the best one. The order is sent to the supplier and a copy goes to the accounts department. When the goods arrive, the warehouse compares the delivery with the order. If something is missing, purchasing sends a complaint to the supplier. Meanwhile accounts waits for the invoice. Once the invoice has come and the goods are complete, accounts pays the invoice.',
    {
      activities:
        '~fill purchase request; ~check need; ~notif; ~controlling approve; ~ask quotes | ~three suppliers; ~compare quotes | ~compares; ~select best | ~select; ~send order | ~order sent; ~compare delivery; ~complaint; ~pay invoice',
      decisions: '~approve | ~reject; ~5,000; ~missing | ~complete',
      edges:
        '~fill purchase request -> ~check need; ~ask quotes | ~three suppliers -> ~compare quotes | ~compares; ~missing | ~complete -> ~complaint',
      paths:
        '~check need -> ~ask quotes | ~three suppliers; ~controlling approve -> ~ask quotes | ~three suppliers; ~select best | ~select -> ~pay invoice',
      noPaths: '~notif -> ~pay invoice',
      count: { shape: [10, 20] },
    },
  ],
  'prose: pizza delivery': [
    'Customers order pizza by phone or in the app. The clerk enters the order in the system and tells the customer how long it will take. The kitchen gets the ticket, the cook prepares the dough and adds the toppings, and the pizza is baked for eight minutes. In the meantime the dispatcher plans the route and assigns a driver. When the pizza is ready it is packed in a box. The driver takes the box and drives to the customer. If nobody opens the door, the driver calls the customer. If the customer can not be reached, the driver brings the pizza back to the shop. Normally the customer takes the pizza and pays. In the evening the driver hands in the money.',
    {
      activities:
        '~order pizza; ~enter order; ~prepare dough; ~add topping; ~bake; ~plan route; ~assign driver; ~pack; ~drive customer | ~takes box; ~call customer; ~back shop | ~bring pizza back; ~pay; ~hand money',
      decisions: '~opens door | ~nobody opens; ~reach',
      edges:
        '~order pizza -> ~enter order; ~prepare dough -> ~add topping; ~add topping -> ~bake; ~opens door | ~nobody opens -> ~call customer',
      paths:
        '~enter order -> ~plan route; ~bake -> ~pack; ~plan route -> ~drive customer | ~takes box; ~pack -> ~drive customer | ~takes box; ~pay -> ~hand money',
      count: { shape: [9, 19] },
    },
  ],
  'prose: loan application': [
    'The loan process starts when an applicant submits an application online. A clerk verifies that the application is complete. Incomplete applications are returned to the applicant, who can correct and resubmit them. For complete applications, the bank performs two checks in parallel: the credit history is requested from the agency, and the value of the property is appraised by an expert. When both results are available, a risk analyst assesses the risk. If the risk is too high, the application is rejected and the applicant receives a letter. Otherwise the analyst prepares an offer with the conditions. The applicant has 14 days to sign. If the applicant asks for insurance, an insurance quote is added to the offer. When the signed offer is back, the loan is paid out. If it does not come back in time, the offer is cancelled.',
    {
      activities:
        '~submit application; ~verify complete | ~verif application; ~return applicant | ~applications returned; ~correct | ~resubmit; ~credit history; ~apprais; ~assess risk; ~reject; ~letter | ~reject; ~prepare offer; ~sign; ~insurance quote; ~pay out | ~loan paid; ~cancel',
      decisions: '~complete; ~risk; ~insurance; ~time | ~14 days | ~back | ~signed',
      edges:
        '~complete -> ~return applicant | ~applications returned; ~risk -> ~reject; ~risk -> ~prepare offer; ~insurance -> ~insurance quote',
      paths:
        '~correct | ~resubmit -> ~verify complete | ~verif application; ~credit history -> ~assess risk; ~apprais -> ~assess risk; ~prepare offer -> ~pay out | ~loan paid',
      noPaths: '~reject -> ~pay out | ~loan paid; ~cancel -> ~pay out | ~loan paid',
      count: { shape: [11, 22] },
    },
  ],
  'prose: german, invoice': [
    'Bei uns läuft die Rechnungsprüfung so: Die Poststelle scannt jede eingehende Rechnung und legt sie im System ab. Danach prüft die Buchhaltung, ob eine Bestellung dazu existiert. Gibt es keine Bestellung, wird die Rechnung an den Lieferanten zurückgeschickt. Gibt es eine Bestellung, vergleicht ein Sachbearbeiter die Beträge. Wenn die Beträge nicht übereinstimmen, ruft der Sachbearbeiter den Lieferanten an und klärt die Abweichung. Stimmen sie überein, gibt der Abteilungsleiter die Rechnung frei. Rechnungen über 10.000 Euro muss zusätzlich die Geschäftsführung freigeben. Zum Schluss überweist die Buchhaltung den Betrag und archiviert die Rechnung. Das dauert in der Regel fünf Tage, im Dezember auch länger.',
    {
      activities:
        '~scannt rechnung; ~system ab | ~legt; ~prüft bestellung | ~prüft buchhaltung; ~lieferanten zurück; ~vergleicht beträge; ~ruft lieferanten | ~lieferanten an; ~klärt abweichung; ~abteilungsleiter | ~gibt frei; ~geschäftsführung; ~überweist betrag; ~archiviert',
      decisions: '~bestellung; ~beträge | ~überein; ~10.000',
      edges:
        '~scannt rechnung -> ~legt | ~system ab; ~bestellung -> ~lieferanten zurück; ~überweist betrag -> ~archiviert',
      paths:
        '~vergleicht beträge -> ~überweist betrag; ~klärt abweichung -> ~überweist betrag; ~geschäftsführung -> ~überweist betrag',
      noPaths: '~lieferanten zurück -> ~überweist betrag',
      count: { shape: [8, 18] },
    },
  ],
  'prose: returns, with lanes': [
    'We have three departments involved in returns: customer service, warehouse and finance. Customer service receives the return request and checks the warranty. If the warranty has expired, customer service informs the customer that no refund is possible. If the product is still under warranty, customer service sends a return label. The customer ships the product. The warehouse receives the parcel, inspects the product and records its condition. If the product was damaged by the customer, the warehouse sends it back. If it is a genuine defect, the warehouse scraps the product and informs finance. Finance calculates the refund and transfers it to the account of the customer. At the end customer service sends a survey.',
    {
      activities:
        '~receive return request | ~return request; ~check warranty; ~inform no refund | ~inform customer; ~send return label | ~return label; ~ship product; ~receive parcel; ~inspect product; ~record condition; ~send back | ~sends it back; ~scrap; ~inform finance; ~calculate refund; ~transfer; ~survey',
      decisions: '~warranty; ~damaged | ~defect',
      edges:
        '~receive return request | ~return request -> ~check warranty; ~warranty -> ~send return label | ~return label; ~receive parcel -> ~inspect product; ~calculate refund -> ~transfer',
      paths:
        '~ship product -> ~receive parcel; ~inspect product -> ~scrap; ~scrap -> ~calculate refund; ~transfer -> ~survey',
      noPaths: '~inform no refund | ~inform customer -> ~ship product',
      count: { shape: [10, 20] },
    },
  ],
  'prose: event planning': [
    'For a company event we usually begin four months ahead. The office manager collects ideas from the teams and proposes a date. As soon as the management has confirmed the date, three things are done in parallel: the venue is booked, the catering is chosen and the invitations are designed. The invitations go out six weeks before the event. People answer with yes or no. If fewer than thirty people say yes, the event is cancelled and the venue is informed. Otherwise the office manager sends the final number to the caterer. On the day of the event, volunteers decorate the room and welcome the guests. Afterwards everybody gets a thank-you mail with photos, and the office manager pays the bills.',
    {
      activities:
        '~collect ideas; ~propose date; ~confirm date; ~book venue | ~venue booked; ~catering | ~choose catering; ~design invitations | ~invitations designed; ~send invitations | ~invitations go; ~cancel; ~inform venue | ~venue informed; ~final number; ~decorate; ~welcome guests; ~thank you mail; ~pay bills',
      decisions: '~thirty | ~yes',
      edges:
        '~confirm -> ~book venue | ~venue booked; ~thirty | ~yes -> ~cancel; ~cancel -> ~inform venue | ~venue informed; ~thirty | ~yes -> ~final number',
      paths:
        '~book venue | ~venue booked -> ~send invitations | ~invitations go; ~catering | ~choose catering -> ~send invitations | ~invitations go; ~final number -> ~decorate; ~welcome guests -> ~pay bills',
      noPaths: '~cancel -> ~decorate',
      count: { shape: [10, 20] },
    },
  ],
  'prose: no process': [
    'Our town has changed a lot. In the sixties there was a steel mill, and nearly every family had somebody who worked there. When the mill was closed in 1987, many people left. The main street had nothing but empty shops for years. Then the university opened a campus in the old halls, and with the students came cafés, cheap flats and a cinema. Today about nine thousand students live here. Rents are going up, which annoys the older people, but nobody wants the empty street back. The mayor says that the next step is a tram to the station, and she hopes that it will run before the end of the decade.',
    {
      texts: '~steel mill; ~closed | ~1987; ~university | ~campus; ~student; ~tram',
      count: { shape: [3, 14] },
      others: 9,
      absent: 'No steps',
    },
  ],
  'prose: views': [
    'Small towns have lost many shops since 2010. People order clothes and books online, and parcels arrive within a day. But the streets are empty: cafés close early and nobody sits outside. Young families move to the cities. Some mayors offer free rents, organise markets, and repair old houses. Councils should ask people what they need.',
    {
      texts: '~small towns shops; ~order online; ~streets empty; ~young families; ~mayors; ~councils',
      count: { shape: [5, 10] },
      others: 4,
      edges: '~small towns shops -- ~young families',
    },
  ],
  'prose: notes around a process': [
    'Hi Sam, thanks for the call yesterday, it was good to hear that the move went well. About the intake of new suppliers, this is how we do it now. Purchasing collects the documents from the supplier. Compliance checks the sanctions list. If there is a hit, the request is stopped. If not, finance creates the supplier in SAP and purchasing gets a message. The whole thing takes two weeks, mostly because people forget to upload the tax form. I would love to have a picture of that for the town hall on Thursday. Greetings to the family, Maya',
    {
      activities: '~collect documents; ~check sanctions; ~stop; ~create supplier; ~message',
      decisions: '~hit',
      edges: '~collect documents -> ~check sanctions; ~hit -> ~stop; ~hit -> ~create supplier',
      paths: '~create supplier -> ~message; ~collect documents -> ~create supplier',
      noPaths: '~stop -> ~create supplier',
      count: { shape: [5, 10] },
      absent: 'greetings; thanks for the call; town hall',
    },
  ],
};
