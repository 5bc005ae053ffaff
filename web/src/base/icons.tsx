// SPDX-License-Identifier: Apache-2.0
import bars from "@fortawesome/fontawesome-free/svgs/solid/bars.svg";
import ban from "@fortawesome/fontawesome-free/svgs/solid/ban.svg";
import briefcase from "@fortawesome/fontawesome-free/svgs/solid/briefcase.svg";
import chartBar from "@fortawesome/fontawesome-free/svgs/solid/chart-bar.svg";
import check from "@fortawesome/fontawesome-free/svgs/solid/check-circle.svg";
import chevronDown from "@fortawesome/fontawesome-free/svgs/solid/chevron-down.svg";
import chevronLeft from "@fortawesome/fontawesome-free/svgs/solid/chevron-left.svg";
import chevronRight from "@fortawesome/fontawesome-free/svgs/solid/chevron-right.svg";
import city from "@fortawesome/fontawesome-free/svgs/solid/city.svg";
import clinic from "@fortawesome/fontawesome-free/svgs/solid/clinic-medical.svg";
import clock from "@fortawesome/fontawesome-free/svgs/solid/clock.svg";
import close from "@fortawesome/fontawesome-free/svgs/solid/times.svg";
import cloud from "@fortawesome/fontawesome-free/svgs/solid/cloud-upload-alt.svg";
import copy from "@fortawesome/fontawesome-free/svgs/solid/copy.svg";
import csv from "@fortawesome/fontawesome-free/svgs/solid/file-csv.svg";
import edit from "@fortawesome/fontawesome-free/svgs/solid/pen.svg";
import error from "@fortawesome/fontawesome-free/svgs/solid/times-circle.svg";
import exchange from "@fortawesome/fontawesome-free/svgs/solid/exchange-alt.svg";
import eye from "@fortawesome/fontawesome-free/svgs/solid/eye.svg";
import eyeSlash from "@fortawesome/fontawesome-free/svgs/solid/eye-slash.svg";
import file from "@fortawesome/fontawesome-free/svgs/solid/file-archive.svg";
import fileImport from "@fortawesome/fontawesome-free/svgs/solid/file-import.svg";
import flask from "@fortawesome/fontawesome-free/svgs/solid/flask.svg";
import help from "@fortawesome/fontawesome-free/svgs/solid/question-circle.svg";
import history from "@fortawesome/fontawesome-free/svgs/solid/history.svg";
import home from "@fortawesome/fontawesome-free/svgs/solid/home.svg";
import hospital from "@fortawesome/fontawesome-free/svgs/solid/hospital.svg";
import inbox from "@fortawesome/fontawesome-free/svgs/solid/inbox.svg";
import info from "@fortawesome/fontawesome-free/svgs/solid/info-circle.svg";
import key from "@fortawesome/fontawesome-free/svgs/solid/key.svg";
import logOut from "@fortawesome/fontawesome-free/svgs/solid/sign-out-alt.svg";
import minus from "@fortawesome/fontawesome-free/svgs/solid/minus-circle.svg";
import more from "@fortawesome/fontawesome-free/svgs/solid/ellipsis-v.svg";
import part from "@fortawesome/fontawesome-free/svgs/solid/dot-circle.svg";
import place from "@fortawesome/fontawesome-free/svgs/solid/map-marker-alt.svg";
import calendar from "@fortawesome/fontawesome-free/svgs/solid/calendar-alt.svg";
import play from "@fortawesome/fontawesome-free/svgs/solid/play.svg";
import plug from "@fortawesome/fontawesome-free/svgs/solid/plug.svg";
import plus from "@fortawesome/fontawesome-free/svgs/solid/plus.svg";
import print from "@fortawesome/fontawesome-free/svgs/solid/print.svg";
import redo from "@fortawesome/fontawesome-free/svgs/solid/redo.svg";
import saveFile from "@fortawesome/fontawesome-free/svgs/solid/download.svg";
import search from "@fortawesome/fontawesome-free/svgs/solid/search.svg";
import send from "@fortawesome/fontawesome-free/svgs/solid/paper-plane.svg";
import server from "@fortawesome/fontawesome-free/svgs/solid/server.svg";
import settings from "@fortawesome/fontawesome-free/svgs/solid/cog.svg";
import spinner from "@fortawesome/fontawesome-free/svgs/solid/circle-notch.svg";
import syringe from "@fortawesome/fontawesome-free/svgs/solid/syringe.svg";
import transmission from "@fortawesome/fontawesome-free/svgs/solid/satellite-dish.svg";
import trash from "@fortawesome/fontawesome-free/svgs/solid/trash-alt.svg";
import unlock from "@fortawesome/fontawesome-free/svgs/solid/unlock-alt.svg";
import user from "@fortawesome/fontawesome-free/svgs/solid/user.svg";
import usersCog from "@fortawesome/fontawesome-free/svgs/solid/users-cog.svg";
import userMd from "@fortawesome/fontawesome-free/svgs/solid/user-md.svg";
import users from "@fortawesome/fontawesome-free/svgs/solid/users.svg";
import warning from "@fortawesome/fontawesome-free/svgs/solid/exclamation-triangle.svg";

const icons = {
    ban, bars, briefcase, calendar, chartBar, check, chevronDown, chevronLeft, chevronRight, city, clinic, clock,
    close, cloud, copy, csv, edit, error, exchange, eye, eyeSlash, file, fileImport, flask, help, history, home,
    hospital, inbox, info, key, logOut, minus, more, part, place, play, plug, plus, print, redo, saveFile, search,
    send, server, settings, spinner, syringe, transmission, trash, unlock, user, userMd, users, usersCog, warning,
};
export type IconName = keyof typeof icons;

/** Decoration beside a text, never instead of one: screen readers do not hear it. */
export function Icon({ name, spin = false }: { name: IconName; spin?: boolean }) {
    const { width, height, outline } = icons[name];
    return (
        <svg class={spin ? "icon icon-spin" : "icon"} viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
            <path d={outline} fill="currentColor" />
        </svg>
    );
}

/** The product's mark: a shoot with two leaves. */
export function Mark() {
    return (
        <svg class="brand-mark" viewBox="0 0 48 48" aria-hidden="true" focusable="false">
            <rect width="48" height="48" rx="11" fill="#1351b4" />
            <path d="M24 41V21" stroke="#fff" stroke-width="3.4" stroke-linecap="round" />
            <path d="M24 24C14.5 24 10 19 10 9.5 19.5 9.5 24 14.5 24 24Z" fill="#fff" />
            <path d="M24 31c0-8.5 4.5-13 14-13 0 8.5-4.5 13-14 13Z" fill="#8fe0a3" />
        </svg>
    );
}
