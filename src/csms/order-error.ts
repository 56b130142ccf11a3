/** Why an order was not taken. `words`: the order itself is wrong; `state`: it cannot be done now; `unavailable`: this CSMS has no such function. */
export type OrderFault = 'words' | 'state' | 'unavailable';

export class OrderError extends Error {
  readonly fault: OrderFault;

  constructor(fault: OrderFault, message: string) {
    super(message);
    this.name = 'OrderError';
    this.fault = fault;
  }
}
