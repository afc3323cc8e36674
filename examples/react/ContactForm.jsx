import { useId } from 'react';
import { useForm } from 'react-hook-form';

function Field({ as: Control = 'input', label, error, ...control }) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <Control
        id={id}
        aria-required="true"
        aria-invalid={error ? 'true' : 'false'}
        aria-describedby={error && `${id}-error`}
        {...control}
      />
      {error && (
        <p id={`${id}-error`} className="error">
          {error.message}
        </p>
      )}
    </div>
  );
}

/** Leadline sees the submission by itself: there is nothing of it in here. */
export function ContactForm() {
  const { register, handleSubmit, setError, formState } = useForm();
  const { errors, isSubmitting, isSubmitSuccessful } = formState;

  const send = async (values) => {
    try {
      const response = await fetch('/api/contact', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(values),
      });
      if (!response.ok) throw new Error(`${response.status}`);
    } catch {
      setError('root', { message: 'That did not go through. Please try again, or call 020 912 0147.' });
    }
  };

  if (isSubmitSuccessful) return <Thanks />;
  return (
    <form id="contact" onSubmit={handleSubmit(send)} noValidate>
      <Field
        label="Your name"
        autoComplete="name"
        error={errors.name}
        {...register('name', { required: 'Please tell us your name.' })}
      />
      <Field
        label="E-mail"
        type="email"
        autoComplete="email"
        error={errors.email}
        {...register('email', {
          required: 'Please tell us where to answer.',
          pattern: { value: /^\S+@\S+\.\S+$/, message: 'That is not an e-mail address yet.' },
        })}
      />
      <Field
        as="textarea"
        label="Message"
        rows={5}
        error={errors.message}
        {...register('message', { required: 'Please write a line or two.' })}
      />
      <p role="alert" className="error">
        {errors.root?.message}
      </p>
      <button type="submit" className="button" aria-disabled={isSubmitting}>
        Send the message
      </button>
    </form>
  );
}

function Thanks() {
  return (
    <p ref={(note) => note?.focus()} tabIndex={-1} className="note">
      Thank you, it has arrived. We answer within one working day.
    </p>
  );
}
