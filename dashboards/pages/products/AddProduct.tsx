import { Dialog } from '../../components/Dialog.js';
import { Form } from '../../components/Form.js';
import { TextField } from '../../components/fields.js';
import { useSite } from '../../components/site.js';
import { toast } from '../../components/toast.js';
import { ApiError } from '../../http.js';
import { readProduct, saveProduct } from '../../products/data.js';
import { ProductFields, productOf, productProblems, valuesOf } from '../../products/Fields.js';
import { texts as productTexts } from '../../products/texts.js';
import { texts } from './texts.js';

/** A product under the number that orders name it by. */
export function AddProduct({ onClose }: { onClose: () => void }) {
  const m = texts.value;
  const { fields, taken } = productTexts.value;
  const { site } = useSite();
  return (
    <Dialog title={m.add} onClose={onClose}>
      <Form
        name={`add product ${site.id}`}
        values={{ id: '', ...valuesOf({}, site.currency ?? '') }}
        submit={m.save}
        onCancel={onClose}
        at={{ product_taken: 'id' }}
        say={{ product_taken: taken }}
        check={productProblems}
        save={async ({ id: typed, ...values }) => {
          const id = typed.trim();
          if (await readProduct(site.id, id)) throw new ApiError('invalid', 'product_taken', taken);
          await saveProduct(site.id, id, productOf(values), undefined);
          toast(m.added(`\u2068${values.name.slice(0, 60)}\u2069`));
          onClose();
        }}
      >
        <TextField
          name="id"
          label={fields.id}
          hint={fields.idHint}
          autocomplete="off"
          spellcheck={false}
          maxLength={128}
          required
        />
        <ProductFields />
      </Form>
    </Dialog>
  );
}
