import type { Instructions } from '../case.ts';

/** More processes in prose, in the manner of public collections of descriptions. */
export const descriptions: Instructions = {
  'prose: custom bicycles': [
    'A small company manufactures customized bicycles. Whenever the sales department receives an order, a new process instance is created. A member of the sales department can then reject or accept the order for a customized bike. In the former case, the process instance is finished. In the latter case, the storehouse and the engineering department are informed. The storehouse immediately processes the part list of the order and checks the required quantity of each part. If the part is available in-house, it is reserved. If it is not available, it is back-ordered. This procedure is repeated for each item on the part list. In the meantime, the engineering department prepares everything for the assembling of the ordered bicycle. If the storehouse has successfully reserved or back-ordered every item of the part list and the preparation activity has finished, the engineering department assembles the bicycle. Afterwards, the sales department ships the bicycle to the customer and finishes the process instance.',
    {
      activities:
        '~receive order; ~reject order | ~accept order | ~reject; ~inform | ~informed; ~process part list; ~check quantity; ~reserve; ~back ordered; ~prepare; ~assemble; ~ship bicycle | ~ship; ~finish instance | ~finish',
      decisions: '~reject | ~accept; ~available',
    },
  ],
  'prose: hotel room service': [
    'The Evanstonian is an upscale independent hotel. When a guest calls room service, the room service manager takes down the order. She then submits an order ticket to the kitchen to begin preparing the food. She also gives an order to the sommelier to fetch wine from the cellar and to prepare any other alcoholic beverages. Eighty percent of room service orders include wine or some other alcoholic beverage. Finally, she assigns the order to the waiter. While the kitchen and the sommelier are doing their tasks, the waiter readies a cart. The waiter is also responsible for nonalcoholic drinks. Once the food, wine, and cart are ready, the waiter delivers it to the guest’s room. After returning to the room service station, the waiter debits the guest’s account.',
    {
      activities:
        '~calls room service | ~call; ~take down order | ~takes order; ~submit ticket; ~give order sommelier | ~sommelier; ~assign order; ~ready cart | ~readies cart; ~deliver; ~debit account',
      decisions: [],
    },
  ],
  'prose: vacation request': [
    'The process starts when an employee submits a vacation request in the portal. The request is received by the supervisor of the employee. The supervisor must approve or reject the request. If the request is rejected, the application is returned to the employee, who can review the reasons. If the request is approved, a notification is generated to the human resources representative. The representative then completes the management procedures and updates the vacation calendar. Finally the employee gets a confirmation.',
    {
      activities:
        '~submit request; ~receive request | ~request received; ~approve reject; ~return application | ~application returned; ~review reason; ~notification; ~complete procedure; ~update calendar; ~confirmation',
      decisions: '~reject | ~approve',
    },
  ],
  'prose: computer repair': [
    'A customer brings in a defective computer and the repair service checks the defect and hands out a repair cost calculation. If the customer decides that the costs are acceptable, the process continues, otherwise she takes her computer home unrepaired. The ongoing repair consists of two activities, which are executed in an arbitrary order. The first activity is to check and repair the hardware, whereas the second activity checks and configures the software. After each of these activities, the proper system functionality is tested. If an error is detected, another repair activity is executed, otherwise the repair is finished.',
    {
      activities:
        '~bring computer; ~check defect; ~hand out calculation | ~cost calculation; ~take computer home | ~home; ~repair hardware | ~hardware; ~configure software | ~software; ~test functionality | ~functionality tested; ~another repair | ~repair executed',
      decisions: '~acceptable; ~error',
    },
  ],
  'prose: insurance fraud check': [
    'After a claim is registered, it is examined by a claims officer. The claims officer then writes a settlement recommendation. This recommendation is then checked by a senior claims officer who may mark the claim as OK or not OK. If the claim is marked as not OK, it is sent back to the claims officer and the recommendation is repeated. If the claim is OK, the claim handling process proceeds and the payment is arranged.',
    {
      activities:
        '~register claim | ~claim registered; ~examine; ~write recommendation; ~check recommendation | ~recommendation checked; ~mark claim | ~mark; ~send back | ~sent back; ~repeat recommendation | ~recommendation repeated; ~arrange payment | ~payment arranged',
      decisions: '~ok',
    },
  ],
  'prose: meter change': [
    'The metering operator sends a dismissal to the network operator. The network operator reviews the dismissal and can reject it or confirm it. If the dismissal is rejected, the metering operator checks the reason and corrects the dates. If it is confirmed, the new operator performs the measurement at the site. The grid company then compares both values. In case of a difference the values are discussed with the customer. At the same time the billing department blocks the account. After the correct value has been found, the final bill is created and sent to the customer.',
    {
      activities:
        '~send dismissal; ~review dismissal; ~check reason; ~correct dates; ~perform measurement; ~compare value; ~discuss value | ~values discussed; ~block account; ~create bill | ~bill created; ~send customer | ~sent customer',
      decisions: '~reject | ~confirm; ~difference',
    },
  ],
  'prose: school trip': [
    'Every spring our school organises a trip for the eighth grade. First the teacher chooses a destination and asks two bus companies for prices. The cheaper company gets the job. Then the secretary writes a letter to the parents, and they have to return a signed form before Easter. When a form is missing, the secretary phones the parents. Parents who cannot pay may ask the support association for money. As soon as all forms are in, the teacher books the hostel while the secretary collects the money. If more than three pupils fall ill, the trip is postponed. Otherwise the class leaves on Monday morning. It is always great fun. After the trip the pupils write a report and the secretary closes the account.',
    {
      activities:
        '~choose destination; ~ask bus companies; ~write letter; ~return form; ~phone parents; ~ask support association; ~book hostel; ~collect money; ~postpone; ~class leaves | ~leave; ~write report; ~close account',
      decisions: '~missing; ~ill',
    },
  ],
  'prose: bakery order': [
    'Wedding cakes are made to order in our bakery. The customer describes the cake to the sales assistant, who notes the date and the number of guests. The pastry chef draws a design and calculates the price. The assistant emails both to the customer. If the customer wants changes, the chef adapts the design. If the customer agrees, a deposit of fifty percent is due. We start baking two days before the wedding. The layers are baked by the night shift; meanwhile the chef makes the decorations. In the morning everything is assembled and the cake is photographed. Depending on the distance, the cake is delivered by our driver or collected by the customer. The balance is paid on delivery. Unpaid invoices are handed to a collection agency after sixty days.',
    {
      activities:
        '~describe cake; ~note date; ~draw design; ~calculate price; ~email; ~adapt design; ~deposit; ~bake layers | ~layers baked; ~make decorations; ~assemble; ~photograph; ~deliver cake | ~cake delivered; ~pay balance | ~balance paid; ~collection agency',
      decisions: '~changes | ~agree; ~distance | ~deliver; ~unpaid',
    },
  ],
  'prose: IT incident': [
    'Users report incidents by mail or through the portal. The service desk logs the incident, assigns a category and sets the priority. Incidents with priority 1 are escalated to the duty manager at once. The first-level agent searches the knowledge base for a known solution. If a solution exists, the agent applies it and informs the user. If not, the ticket is forwarded to the second level. A specialist analyses the logs and reproduces the fault. Should the fault be caused by the vendor, a vendor ticket is opened and the specialist waits for the patch. Otherwise the specialist develops a workaround. Once the fix has been tested, it is installed during the maintenance window. The user confirms that the problem is solved. If the user does not answer within five days, the ticket is closed automatically. Every Friday the team reviews all major incidents.',
    {
      activities:
        '~report incident; ~log incident; ~assign category; ~set priority; ~escalate; ~search knowledge; ~apply; ~inform user; ~forward; ~analyse logs; ~reproduce; ~vendor ticket; ~wait patch; ~develop workaround; ~install; ~user confirms | ~confirm; ~close ticket | ~ticket closed; ~review incidents',
      decisions: '~priority 1; ~solution; ~vendor; ~answer',
    },
  ],
  'prose: customs clearance': [
    'When a container arrives at the port, the terminal operator informs the forwarder. The forwarder hands in the customs declaration together with the invoice and the packing list. Customs decides whether the goods have to be inspected. If an inspection is necessary, an officer opens the container and takes samples, and the laboratory examines them. In the event that forbidden substances are found, the goods are seized and the importer is reported to the police. If no inspection is needed or the result is negative, customs calculates the duties. The importer has ten days to pay. Unless the payment arrives in time, storage fees are charged. After payment the container is released. A truck picks it up and takes it to the warehouse, where the seal is removed and the goods are counted.',
    {
      activities:
        '~container arrives | ~arrive; ~inform forwarder; ~hand in declaration | ~customs declaration; ~decide inspected | ~decides whether; ~open container; ~take samples; ~laboratory examine | ~examine; ~seize; ~report police; ~calculate duties; ~pay; ~storage fees; ~release; ~pick up | ~picks it up; ~take warehouse | ~takes it; ~remove seal | ~seal removed; ~count goods | ~goods counted',
      decisions: '~inspection; ~forbidden | ~found; ~payment | ~time',
    },
  ],
  'prose: grant application': [
    'Researchers can apply for a travel grant twice a year. The applicant uploads a proposal, a budget and a CV. An administrator checks the documents for completeness; if documents are missing, she asks the applicant to hand them in within a week, and if they do not come, the application is rejected without review. Complete applications are passed to two reviewers, who work independently and in parallel. Each reviewer grades the proposal. If the grades differ by more than two points, a third reviewer is asked. The committee meets in June, discusses the grades and ranks the applications. Successful applicants receive a letter of award and sign the contract. The others get an explanation. Once the contract is signed, the finance office transfers the money.',
    {
      activities:
        '~upload proposal; ~check documents; ~ask applicant; ~reject; ~pass reviewers | ~applications passed; ~grade; ~third reviewer; ~committee meets | ~meet; ~discuss grades; ~rank; ~letter award; ~sign contract; ~explanation; ~transfer money',
      decisions: '~documents missing | ~missing; ~not come | ~come; ~differ; ~success | ~others',
    },
  ],
  'prose: returns of a shop': [
    'In our online shop a customer can return a product within 30 days. The customer fills out the return form on the website and prints the label. After the parcel has been received in the warehouse, an employee scans the label and inspects the product. Depending on its condition, the product goes back into stock or it is sold as used. If the product is broken, the quality team is notified and the product is recycled. In parallel to the inspection, the finance team verifies the original payment. Once inspection and verification are completed, the refund is released. For payments by invoice, the open amount is cancelled. Customers who paid by card get the money on their card. Last but not least, the customer gets an email with the result.',
    {
      activities:
        '~return product | ~return form; ~fill form | ~fills out; ~print label; ~scan label; ~inspect product; ~back stock; ~sold used | ~sell; ~notify quality | ~quality team; ~recycle; ~verify payment; ~release refund | ~refund released; ~cancel amount | ~amount cancelled; ~money card; ~email result',
      decisions: '~condition | ~stock; ~broken; ~invoice | ~card',
    },
  ],
  'orders: a recipe': [
    'Recipe pancakes: Mix 200g flour, 2 eggs and milk. Let it rest for 20 minutes. Heat butter in a pan. Pour in a ladle of batter. Serve with sugar or jam',
    {
      layout: 'flow',
      title: 'Recipe pancakes',
      edges: 'Mix 200g flour, 2 eggs and milk -> Let it rest for 20 minutes -> Heat butter in a pan',
      others: 2,
    },
  ],
};
