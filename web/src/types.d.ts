// SPDX-License-Identifier: Apache-2.0
declare module "*.css";
declare module "*.svg" {
    const icon: { width: number; height: number; outline: string };
    export default icon;
}
