import { Button } from '@mantine/core';
import { createLink } from '@tanstack/react-router';

/** A link that looks like a button, typed by the routes there are. */
export const ButtonLink = createLink(Button);
