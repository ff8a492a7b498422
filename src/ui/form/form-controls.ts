/** What a form may do, whether it sends something new or changes what was sent. */
export interface FormControls<Draft> {
  /** What has been typed; the fields write into it. */
  readonly typed: Draft;
  /** Draws the form anew after something was typed. */
  edited(): void;
  /** Checks what was typed and sends it. */
  send(): Promise<void>;
}
