export interface Texts {
  basket: Record<
    | 'lines'
    | 'product'
    | 'quantity'
    | 'price'
    | 'more'
    | 'discount'
    | 'tax'
    | 'serial'
    | 'warrantyUntil'
    | 'add'
    | 'remove'
    | 'extra'
    | 'extraHint'
    | 'noAmount'
    | 'noQuantity'
    | 'nothing'
    | 'belowZero',
    string
  > & {
    line: (product: string) => string;
    total: (amount: string) => string;
  };
  add: Record<
    | 'action'
    | 'number'
    | 'numberHint'
    | 'day'
    | 'currency'
    | 'currencyUnknown'
    | 'reps'
    | 'instructions'
    | 'save'
    | 'taken'
    | 'inFuture',
    string
  > & { title: (name: string) => string; added: (order: string) => string };
  refund: Record<
    'action' | 'amount' | 'day' | 'reason' | 'save' | 'nothing' | 'inFuture' | 'tooEarly',
    string
  > & {
    title: (order: string) => string;
    left: (amount: string) => string;
    tooMuch: (amount: string) => string;
    done: (amount: string, order: string) => string;
  };
  change: Record<'action' | 'save' | 'instructionsNeeded', string> & {
    title: (order: string) => string;
    refunded: (amount: string) => string;
    done: (order: string) => string;
  };
  cancel: Record<'action' | 'text' | 'reason' | 'save', string> & {
    title: (order: string) => string;
    done: (order: string) => string;
  };
  reinstate: Record<'action' | 'text' | 'save', string> & {
    title: (order: string) => string;
    done: (order: string) => string;
  };
  /** What the customer thinks of it, by a link. */
  ask: Record<'action' | 'text' | 'done', string> & { title: (order: string) => string };
}

export const texts: Texts = {
  basket: {
    lines: 'What was bought',
    product: 'Product',
    quantity: 'Quantity',
    price: 'Price of one',
    more: 'Discount, tax, serial number, warranty',
    discount: 'Discount on the line',
    tax: 'Tax within the line',
    serial: 'Serial number',
    warrantyUntil: 'Warranty until',
    add: 'Add a line',
    remove: 'Remove',
    extra: 'Shipping and other amounts',
    extraHint: 'What is paid beside the lines; with a minus what is taken off.',
    noAmount: 'This is no amount: write it such as 12.50.',
    noQuantity: 'Say how many.',
    nothing: 'Say what was bought, or what was paid.',
    belowZero: 'An order cannot be worth less than nothing.',
    line: (product) => `Line: ${product}`,
    total: (amount) => `Total: ${amount}`,
  },
  add: {
    action: 'Order',
    number: 'Order number',
    numberHint: 'Your own, or the one that is proposed.',
    day: 'Day',
    currency: 'Currency',
    currencyUnknown: 'Choose a currency by its three letters, such as EUR.',
    reps: 'Sold by',
    instructions: 'Special instructions',
    save: 'Add the order',
    taken: 'There is an order of this number already. Choose another number.',
    inFuture: 'This day is yet to come.',
    title: (name) => `Order of ${name}`,
    added: (order) => `The order ${order} is added`,
  },
  refund: {
    action: 'Refund',
    amount: 'Amount',
    day: 'Day',
    reason: 'Reason',
    save: 'Refund',
    nothing: 'Say how much was given back.',
    inFuture: 'This day is yet to come.',
    tooEarly: 'The order was placed later than this.',
    title: (order) => `Refund of the order ${order}`,
    left: (amount) => `${amount} of it has not been given back.`,
    tooMuch: (amount) => `This is more than is left of the order: ${amount}.`,
    done: (amount, order) => `${amount} of the order ${order} is refunded`,
  },
  change: {
    action: 'Change',
    save: 'Change the order',
    instructionsNeeded: 'What was asked for stays: write that there is nothing of it.',
    title: (order) => `Change the order ${order}`,
    refunded: (amount) => `${amount} was given back and stays so.`,
    done: (order) => `The order ${order} is changed`,
  },
  cancel: {
    action: 'Cancel order',
    text: 'A cancelled order counts nowhere, and what was given back of it neither. It can be reinstated.',
    reason: 'Reason',
    save: 'Cancel the order',
    title: (order) => `Cancel the order ${order}`,
    done: (order) => `The order ${order} is cancelled`,
  },
  reinstate: {
    action: 'Reinstate',
    text: 'The order counts again, with what was given back of it.',
    save: 'Reinstate the order',
    title: (order) => `Reinstate the order ${order}`,
    done: (order) => `The order ${order} is reinstated`,
  },
  ask: {
    action: 'Ask for feedback',
    title: (order) => `Feedback on the order ${order}`,
    text: 'Send this link to the customer. Whoever has it can say what they think of the order, without signing in.',
    done: 'Done',
  },
};
